package org.fixator.release.loinc;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.coding.VersionOrder;
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
 * Reads LOINC from a release's folder or zip: terms, and, where they are given, parts, answer lists, panels, groups, the
 * component hierarchy and the linguistic variants. What else is in the release (PDF, the same tables for other programs) is
 * left out.
 */
public final class LoincReader implements ReleaseReader {

    static final String SYSTEM = "http://loinc.org";

    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+");

    /** As Regenstrief names its archives and their folders. */
    private static final Pattern NAMED = Pattern.compile("Loinc_(\\d+\\.\\d+)", Pattern.CASE_INSENSITIVE);

    /** Folders of a release that repeat rows of its other tables. */
    private static final Pattern EXTRACTS = Pattern.compile("LoincTableCore/|PanelsAndForms/(Loinc|AnswerList)\\.csv");

    @Override
    public String kind() {
        return "loinc";
    }

    @Override
    public String summary() {
        return "LOINC, Regenstrief's release as folder or zip";
    }

    @Override
    public boolean recognises(FileHead head) {
        return LoincFile.of(head) == LoincFile.TERMS;
    }

    @Override
    public ReleaseContent read(List<ReleaseFile> files, ReleaseOptions options, ReadingProgress progress) {
        Map<LoincFile, List<ReleaseFile>> parts = sorted(files);
        List<ReleaseFile> terms = parts.getOrDefault(LoincFile.TERMS, List.of());
        String place = files.isEmpty() ? "loinc" : files.get(0).name();
        if (terms.size() != 1) {
            throw new ReleaseException(
                    place,
                    terms.isEmpty()
                            ? "the table of terms is missing: no file has the columns LOINC_NUM, COMPONENT, STATUS"
                            : "there are two tables of terms: " + terms.get(0).name() + " and "
                                    + terms.get(1).name());
        }
        boolean whole = parts.containsKey(LoincFile.PARTS);
        if (whole && !parts.containsKey(LoincFile.HIERARCHY)) {
            throw new ReleaseException(
                    place,
                    "there are parts but no hierarchy of components, which belongs to the same release"
                            + " (ComponentHierarchyBySystem, in older releases MultiAxialHierarchy)");
        }
        List<String> notes = new ArrayList<>();
        if (!whole) {
            notes.add("There are only terms: no parts, no hierarchy. What subsumes what cannot be decided.");
        }
        LoincTable table = new LoincTable(parts, notes, progress);
        table.read();
        ReleaseIdentity identity = identity(place, version(terms.get(0).name(), table.newest(), options, notes));
        TableCodeSystem loinc = table.build(identity, terms.get(0).name());
        return new ReleaseContent(identity, List.of(loinc), List.of(), List.of(), notes);
    }

    private static Map<LoincFile, List<ReleaseFile>> sorted(List<ReleaseFile> files) {
        Map<LoincFile, List<ReleaseFile>> parts = new EnumMap<>(LoincFile.class);
        for (ReleaseFile file : files) {
            LoincFile part = LoincFile.of(FileHead.of(file));
            if (part != null) {
                parts.computeIfAbsent(part, first -> new ArrayList<>()).add(file);
            }
        }
        parts.forEach((part, found) -> dropExtracts(found));
        return parts;
    }

    /** A whole release has the core table beside the whole one, and with the panels their terms and answers again. */
    private static void dropExtracts(List<ReleaseFile> files) {
        List<ReleaseFile> whole = files.stream()
                .filter(file -> !EXTRACTS.matcher(file.name()).find())
                .toList();
        if (!whole.isEmpty()) {
            files.retainAll(whole);
        }
    }

    /** No table names the release; each adds terms, so the newest change of a term is of it. The archive's name may. */
    private static String version(String file, @Nullable String newest, ReleaseOptions options, List<String> notes) {
        Matcher named = NAMED.matcher(file);
        String inName = named.find() ? named.group(1) : null;
        String asked = options.version() == null ? inName : options.version();
        if (inName != null && asked != null && !asked.equals(inName)) {
            throw new ReleaseException(file, "its name says version " + inName + ", so it is not " + asked);
        }
        if (asked == null) {
            if (newest == null) {
                throw new ReleaseException(file, "no term says when it was last changed: the version is needed");
            }
            notes.add("The version is that of the newest change of a term: " + newest + ".");
            return newest;
        }
        if (!VERSION.matcher(asked).matches()) {
            throw new ReleaseException(
                    file, "'" + asked + "' is not a version of LOINC, which is a number such as 2.81");
        }
        if (newest != null
                && VersionOrder.of(List.of("natural"), List.of(asked, newest)).compare(asked, newest) < 0) {
            throw new ReleaseException(file, "there are changes of version " + newest + ", so it is not " + asked);
        }
        return asked;
    }

    private static ReleaseIdentity identity(String place, String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new ReleaseException(place, "'" + version + "' is not a version of LOINC");
        }
        return new ReleaseIdentity(
                "loinc",
                SYSTEM,
                version,
                "LOINC " + version,
                null,
                null,
                "Regenstrief Institute, LOINC licence",
                "This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief"
                        + " Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and"
                        + " is available at no cost under the license at http://loinc.org/license. LOINC® is a registered"
                        + " United States trademark of Regenstrief Institute, Inc.");
    }
}
