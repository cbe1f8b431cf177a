package org.fixator.content;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The folder with official release files, named by the environment variable {@code FIXATOR_RELEASES}. Without the
 * variable a test that needs the folder is skipped, except on CI, where it fails.
 */
final class Releases {
    private static final String VARIABLE = "FIXATOR_RELEASES";

    private Releases() {}

    /** A line of an ICD-10-CM order file. */
    record Entry(boolean billable, String title) {}

    static Path folder() {
        String folder = System.getenv(VARIABLE);
        boolean set = folder != null && !folder.isBlank();
        assertTrue(set || !"true".equals(System.getenv("CI")), VARIABLE + " must be set on CI");
        assumeTrue(set, VARIABLE + " is not set: nothing is compared with the official releases");
        Path path = Path.of(folder);
        assertTrue(Files.isDirectory(path), VARIABLE + " names no folder: " + path);
        return path;
    }

    /** The codes of an ICD-10-CM order file with their dot, in the order of the file. */
    static Map<String, Entry> icd10cm(int fiscalYear) {
        Path file = folder().resolve("icd10cm-" + fiscalYear).resolve("icd10cm_order_" + fiscalYear + ".txt");
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (String line : lines(file, StandardCharsets.US_ASCII)) {
            String code = line.substring(6, 13).strip();
            entries.put(dotted(code), new Entry(line.charAt(14) == '1', line.substring(77)));
        }
        return entries;
    }

    /** The modifiers of the HCPCS Level II file of 2020 with their long descriptions. */
    static Map<String, String> hcpcsModifiers() {
        Path file = folder().resolve("hcpcs-2020").resolve("HCPC2020_ANWEB_w_disclaimer.txt");
        Map<String, String> modifiers = new LinkedHashMap<>();
        for (String line : lines(file, StandardCharsets.ISO_8859_1)) {
            if (line.matches(" {3}\\w\\w\\d{5}[78].*")) {
                String text = line.substring(11, Math.min(91, line.length())).strip();
                modifiers.merge(line.substring(3, 5), text, (first, more) -> first + " " + more);
            }
        }
        return modifiers;
    }

    /** Every code and modifier of that file. */
    static Set<String> hcpcsCodes() {
        Path file = folder().resolve("hcpcs-2020").resolve("HCPC2020_ANWEB_w_disclaimer.txt");
        Set<String> codes = new TreeSet<>();
        for (String line : lines(file, StandardCharsets.ISO_8859_1)) {
            if (line.matches("( {3}\\w\\w|\\w{5})\\d{5}[3478].*")) {
                codes.add(line.substring(0, 5).strip());
            }
        }
        return codes;
    }

    static Path placesOfService() {
        return folder().resolve("cms-pos").resolve("CodeSystem-CMSPlaceofServiceCodes.json");
    }

    static Path tabularList2021() {
        return folder().resolve("icd10cm-2021").resolve("icd10cm_tabular_2021.xml");
    }

    /** The source document, which lies beside the folder with the releases. */
    static List<String> sourceDocument() {
        return lines(folder().resolveSibling("source").resolve("cpt-20697.txt"), StandardCharsets.UTF_8);
    }

    static List<String> lines(Path file, Charset charset) {
        try {
            return Files.readAllLines(file, charset);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static String dotted(String code) {
        return code.length() <= 3 ? code : code.substring(0, 3) + "." + code.substring(3);
    }
}
