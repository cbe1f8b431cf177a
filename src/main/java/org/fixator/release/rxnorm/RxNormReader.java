package org.fixator.release.rxnorm;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixator.release.FileHead;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseIdentity;
import org.fixator.release.ReleaseOptions;
import org.fixator.release.ReleaseReader;
import org.fixator.release.TableRow;
import org.fixator.release.TextTable;
import org.jspecify.annotations.Nullable;

/**
 * Reads RxNorm from the Rich Release Format: concepts and names from RXNCONSO, and, where they are given, relationships from
 * RXNREL, attributes from RXNSAT and semantic types from RXNSTY. What other vocabularies of the release say is left out. The
 * folder {@code prescribe} of a release repeats a part of it and is left out too: a flag of the main files marks that part.
 */
public final class RxNormReader implements ReleaseReader {

    private static final String SYSTEM = "http://www.nlm.nih.gov/research/umls/rxnorm";
    private static final Pattern SUBSET = Pattern.compile("(?i)(^|[/!])prescribe/");
    private static final Pattern VERSION_OF_SOURCE = Pattern.compile(".*_(\\d\\d)(\\d\\d)(\\d\\d)[A-Z]?");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MMdduuuu").withResolverStyle(ResolverStyle.STRICT);

    @Override
    public String kind() {
        return "rxnorm";
    }

    @Override
    public String summary() {
        return "RxNorm, the National Library of Medicine's RRF files";
    }

    @Override
    public boolean recognises(FileHead head) {
        return RrfFile.of(head) == RrfFile.RXNCONSO;
    }

    @Override
    public ReleaseContent read(List<ReleaseFile> files, ReleaseOptions options, ReadingProgress progress) {
        Map<RrfFile, ReleaseFile> parts = new EnumMap<>(RrfFile.class);
        for (ReleaseFile file : files) {
            RrfFile part = part(file);
            ReleaseFile other = part == null ? null : parts.put(part, file);
            if (other != null) {
                throw new ReleaseException(file.name(), "it has the shape of " + part + " as " + other.name() + " has");
            }
        }
        ReleaseFile concepts = parts.get(RrfFile.RXNCONSO);
        if (concepts == null) {
            throw new ReleaseException(
                    files.isEmpty() ? "rxnorm" : files.get(0).name(),
                    "RXNCONSO is missing: no file has rows of 18 columns with a language in the second");
        }
        ReleaseIdentity identity = identity(concepts.name(), version(parts, options.version(), progress));
        RxNormTable table = new RxNormTable(parts, progress);
        return new ReleaseContent(
                identity, List.of(table.build(identity, concepts)), List.of(), List.of(), table.notes());
    }

    /** Which of the files it is; {@code null} for one that is not read. */
    private static @Nullable RrfFile part(ReleaseFile file) {
        if (SUBSET.matcher(file.name()).find()) {
            return null;
        }
        FileHead head = FileHead.of(file);
        RrfFile part = RrfFile.of(head);
        for (RrfFile named : RrfFile.values()) {
            if (part == null && named.names(file.name()) && !head.firstLine().isEmpty()) {
                // left out without a word, the release would lack what its file should have brought
                throw new ReleaseException(
                        file.name() + ":1",
                        "it is called " + named + ", and its first rows have not the shape of that: "
                                + named.columns().size() + " columns, each with a bar behind it");
            }
        }
        return part;
    }

    /** The version as the publisher writes it in file names, {@code MMDDYYYY}, from RXNSAB or from the operator. */
    private static String version(Map<RrfFile, ReleaseFile> parts, @Nullable String asked, ReadingProgress progress) {
        ReleaseFile sources = parts.get(RrfFile.RXNSAB);
        String stated = sources == null ? null : stated(sources, progress);
        if (asked != null && stated != null && !asked.equals(stated)) {
            throw new ReleaseException(
                    sources == null ? "rxnorm" : sources.name(),
                    "it says that the version is " + stated + ", not " + asked);
        }
        String version = asked == null ? stated : asked;
        if (version == null) {
            throw new ReleaseException(
                    "rxnorm",
                    "the files do not say which version they are (RXNSAB has no row of RXNORM): it is needed");
        }
        return version;
    }

    private static @Nullable String stated(ReleaseFile sources, ReadingProgress progress) {
        try (TextTable table = RrfFile.RXNSAB.open(sources, progress)) {
            for (TableRow row = table.next(); row != null; row = table.next()) {
                Matcher matcher = VERSION_OF_SOURCE.matcher(row.get("VSAB"));
                if (row.get("RSAB").equals("RXNORM") && matcher.matches()) {
                    return matcher.group(2) + matcher.group(3) + "20" + matcher.group(1);
                }
            }
        }
        return null;
    }

    private static ReleaseIdentity identity(String file, String version) {
        try {
            return new ReleaseIdentity(
                    "rxnorm",
                    SYSTEM,
                    version,
                    "RxNorm of " + LocalDate.parse(version, DATE),
                    LocalDate.parse(version, DATE),
                    null,
                    "US National Library of Medicine; RxNorm's own names need no licence",
                    "This product uses publicly available data courtesy of the U.S. National Library of Medicine"
                            + " (NLM), National Institutes of Health, Department of Health and Human Services; NLM is not"
                            + " responsible for the product and does not endorse or recommend this or any other product.");
        } catch (DateTimeException e) {
            throw new ReleaseException(
                    file,
                    "'" + version + "' is not a version of RxNorm, which is a date such as 07072025 (MMDDYYYY)",
                    e);
        }
    }
}
