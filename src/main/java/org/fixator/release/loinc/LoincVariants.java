package org.fixator.release.loinc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixator.coding.Coding;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseConcepts;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.fixator.release.TableRow;
import org.fixator.release.TextTable;

/**
 * Names in other languages. A file of a variant does not say its language: its name does ({@code deDE15…}), by the number of
 * the variant in the list of them.
 */
final class LoincVariants {

    private static final Pattern NUMBER = Pattern.compile("(?:^|[/!])([a-z]{2})([A-Z]{2})(\\d+)[^/!]*$");
    private static final List<String> AXES =
            List.of("COMPONENT", "PROPERTY", "TIME_ASPCT", "SYSTEM", "SCALE_TYP", "METHOD_TYP");

    private final Map<LoincFile, List<ReleaseFile>> files;
    private final ReleaseConcepts concepts;
    private final ReadingProgress progress;
    private final List<String> notes;

    LoincVariants(
            Map<LoincFile, List<ReleaseFile>> files,
            ReleaseConcepts concepts,
            ReadingProgress progress,
            List<String> notes) {
        this.files = files;
        this.concepts = concepts;
        this.progress = progress;
        this.notes = notes;
    }

    void read() {
        Map<String, String> languages = languages();
        for (ReleaseFile file : files.getOrDefault(LoincFile.VARIANT, List.of())) {
            Matcher name = NUMBER.matcher(file.name());
            String language = name.find() ? languages.get(name.group(3)) : null;
            if (language == null) {
                throw new ReleaseException(
                        file.name(),
                        "its name does not begin with language, country and number of a variant that is in the list of"
                                + " variants");
            }
            variant(file, language);
        }
    }

    private Map<String, String> languages() {
        Map<String, String> languages = new HashMap<>();
        for (ReleaseFile file : files.getOrDefault(LoincFile.VARIANTS, List.of())) {
            try (TextTable table = LoincFile.VARIANTS.open(file, progress)) {
                for (TableRow row = table.next(); row != null; row = table.next()) {
                    languages.put(row.required("ID"), row.required("ISO_LANGUAGE") + "-" + row.required("ISO_COUNTRY"));
                }
            }
        }
        return languages;
    }

    private void variant(ReleaseFile file, String language) {
        int without = 0;
        try (TextTable table = LoincFile.VARIANT.open(file, progress)) {
            for (TableRow row = table.next(); row != null; row = table.next()) {
                int concept = concepts.find(row.required("LOINC_NUM"));
                if (concept < 0) {
                    without++;
                } else {
                    names(concept, language, row);
                }
            }
        }
        if (without > 0) {
            notes.add(file.name() + ": " + without + " rows name terms that are not in the table.");
        }
    }

    /** The long name and the display where there are such, else the name that the axes make. */
    private void names(int concept, String language, TableRow row) {
        String name = row.get("LONG_COMMON_NAME");
        String display = row.get("LinguisticVariantDisplayName");
        concepts.designation(concept, language, null, name);
        if (!display.equals(name)) {
            concepts.designation(concept, language, null, display);
        }
        if (name.isEmpty() && display.isEmpty()) {
            concepts.designation(concept, language, null, formal(row));
        }
        concepts.designation(concept, language, new Coding(null, null, "SHORTNAME", null), row.get("SHORTNAME"));
    }

    private static String formal(TableRow row) {
        List<String> axes = new ArrayList<>();
        for (String axis : AXES) {
            String text = row.get(axis);
            if (!text.isEmpty()) {
                axes.add(text);
            }
        }
        return String.join(":", axes);
    }
}
