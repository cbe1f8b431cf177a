package org.fixator.release.cpt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads CPT from the text files of the American Medical Association. The long descriptions have to be there; medium and
 * short ones, the modifiers of Appendix A and lists of codes for telemedicine or orthopoxvirus may be.
 */
public final class CptReader implements ReleaseReader {

    static final String SYSTEM = "http://www.ama-assn.org/go/cpt";

    private static final Pattern YEAR = Pattern.compile("20\\d\\d");
    private static final Pattern STATED = Pattern.compile("\\bCPT\\W{0,4}(20\\d\\d)\\b");

    @Override
    public String kind() {
        return "cpt";
    }

    @Override
    public String summary() {
        return "CPT, the AMA's licensed text files (LONGULT or LONGULF; MEDU, SHORTU, Appendix A)";
    }

    @Override
    public boolean recognises(FileHead head) {
        CptLayout layout = CptLayout.of(head.lines());
        boolean isLong = layout == CptLayout.LONG_TABS || layout == CptLayout.LONG_FIXED;
        return isLong && head.text().contains("American Medical Association");
    }

    @Override
    public ReleaseContent read(List<ReleaseFile> files, ReleaseOptions options, ReadingProgress progress) {
        if (!options.licenceAccepted()) {
            throw new ReleaseException(
                    files.isEmpty() ? "cpt" : files.get(0).name(),
                    "CPT is licensed by the American Medical Association and is loaded only where the operator says"
                            + " that the licence is held: 'acceptLicence=true'");
        }
        List<CptFile> read = new ArrayList<>();
        for (ReleaseFile file : files) {
            read.add(CptFile.read(file, progress));
        }
        ReleaseIdentity identity = identity(version(read, options.version()));
        List<String> notes = new ArrayList<>();
        CptTable table = new CptTable(notes);
        return new ReleaseContent(identity, List.of(table.build(read, identity)), List.of(), List.of(), notes);
    }

    /** The year of intended use, from the operator or from the words at the beginning of a file. */
    private static String version(List<CptFile> files, @Nullable String asked) {
        String stated = null;
        for (CptFile file : files) {
            for (String line : file.notice()) {
                Matcher matcher = STATED.matcher(line);
                if (matcher.find()) {
                    String year = matcher.group(1);
                    String other = stated == null ? asked : stated;
                    if (other != null && !other.equals(year)) {
                        throw new ReleaseException(
                                file.name(), "it says that it is CPT " + year + ", and elsewhere it is " + other);
                    }
                    stated = year;
                }
            }
        }
        String version = asked == null ? stated : asked;
        if (version == null || !YEAR.matcher(version).matches()) {
            throw new ReleaseException(
                    files.isEmpty() ? "cpt" : files.get(0).name(),
                    version == null
                            ? "the files do not say for which year they are: the version is needed"
                            : "'" + version + "' is not a version of CPT, which is a year");
        }
        return version;
    }

    private static ReleaseIdentity identity(String version) {
        int year = Integer.parseInt(version);
        return new ReleaseIdentity(
                "cpt",
                SYSTEM,
                version,
                "Current Procedural Terminology " + version,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                "American Medical Association, licensed",
                "CPT © Copyright " + version + " American Medical Association. All rights reserved. AMA and CPT are"
                        + " registered trademarks of the American Medical Association.");
    }
}
