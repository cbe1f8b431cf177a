package org.fixator.release.hcpcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixator.release.Concepts.assertRefused;
import static org.fixator.release.Concepts.find;
import static org.fixator.release.Concepts.values;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.coding.Property;
import org.fixator.release.Concepts;
import org.fixator.release.FileHead;
import org.fixator.release.OfficialFiles;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseOptions;
import org.fixator.release.TextFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HcpcsReaderTest {

    private static final HcpcsReader READER = new HcpcsReader();
    private static final String DISCLAIMER = "Note regarding coverage and payment indicators in CMS\u0092 update";

    @Test
    void recordsBecomeCodesAndModifiersWithTheirFields() {
        ReleaseContent content = read(
                DISCLAIMER,
                "",
                first("   L9", 7, "Loom on the left", "Left loom", ""),
                first("Z0001", 3, "Mending of a loom,", "Mend loom", "20300101"),
                continuation("Z0001", 4, "each rope"),
                first("Z0002", 3, "Mending of a frame", "Mend frame", "20301231"),
                first("Z0003", 3, "Mending of a shuttle", "Mend shuttle", "20310630"));
        assertThat(content.identity().version()).isEqualTo("2031-01");
        assertThat(content.identity().from()).isEqualTo(LocalDate.of(2031, 1, 1));
        Concept code = find(content, "Z0001");
        assertThat(code.display()).isEqualTo("Mending of a loom, each rope");
        assertThat(code.designations().get(0).value()).isEqualTo("Mend loom");
        assertThat(values(code, "modifier")).containsExactly("false");
        assertThat(values(code, "pricing")).containsExactly("51", "57");
        assertThat(values(code, "cross-reference")).containsExactly("Z0009", "Z0008");
        assertThat(values(code, "coverage")).containsExactly("C");
        assertThat(code.properties().stream()
                        .filter(p -> p.code().equals("coverage"))
                        .map(Property::description))
                .containsExactly("Carrier judgment");
        assertThat(values(code, "added")).containsExactly("2020-04-01");
        assertThat(values(code, "action")).containsExactly("N");
        assertThat(values(find(content, "L9"), "modifier")).containsExactly("true");
    }

    @Test
    void aCodeIsInactiveWhereItWasTerminatedBeforeTheReleaseCameIntoForce() {
        ReleaseContent content = read(
                first("Z0002", 3, "Mending of a frame", "Mend frame", "20301231"),
                first("Z0003", 3, "Mending of a shuttle", "Mend shuttle", "20310630"));
        assertThat(find(content, "Z0002").isInactive()).isTrue();
        assertThat(find(content, "Z0003").isInactive()).isFalse();
        assertThat(values(find(content, "Z0003"), "terminated")).containsExactly("2031-06-30");
    }

    @Test
    void processingNotesThatComeWithItSayWhatTheirNumbersMean() {
        TextFile notes = TextFile.of(
                "proc_notes.txt",
                "     PROCESSING NOTES",
                "    0001--THIS NOTE",
                "       GOES ON.       *",
                "       *",
                "    0069--LOOMS ALONE.   *");
        TextFile records = TextFile.of("HCPC2031_ANWEB.txt", first("Z0001", 3, "Mending", "Mend", ""));
        ReleaseContent content = Concepts.read(READER, notes, records);
        assertThat(find(content, "Z0001").properties().stream()
                        .filter(p -> p.code().equals("processing-note"))
                        .map(Property::description))
                .containsExactly("LOOMS ALONE.");
    }

    @Test
    void aFileThatIsNotWhatItClaimsIsRefusedWithItsLine() {
        String good = first("Z0001", 3, "Mending", "Mend", "");
        assertRefused(() -> read(good, good), ":2", "Z0001 stands twice");
        assertRefused(() -> read(good.substring(0, 200)), ":1", "the line is cut");
        assertRefused(() -> read(good, continuation("Z0002", 4, "more")), ":2", "continues Z0002", "is of Z0001");
        assertRefused(() -> read(good, "Z000"), ":2", "it is no record");
        assertRefused(() -> read(first("Z0001", 3, "Mending", "Mend", "2031ABCD")), ":1", "should be a date");
        assertRefused(() -> read(first("   L9", 7, "Left", "Left", "")), "no code, only modifiers");
        assertRefused(() -> Concepts.read(READER, TextFile.of("a.txt", "nothing")), "no HCPCS file");
    }

    @Test
    void aDamagedCodeIsRefusedEvenInTheFirstRecordWhichTheNoticeStandsBefore() {
        String one = first("Z0001", 3, "Mending", "Mend", "");
        String two = first("Z0002", 3, "Mending of a frame", "Mend frame", "");
        for (String damaged : List.of("Z0.001", "Z\u00C3\u0096001", "Z001", "Z.001", "Z\u00E9001")) {
            String line = damaged + one.substring(5);
            assertRefused(() -> read(DISCLAIMER, line, two), ":2", "it is no ");
            assertRefused(() -> read(DISCLAIMER, two, line), ":3", "it is no ");
        }
        assertThat(read("As of 01/01/2031: " + "prose ".repeat(60), two).codeSystems())
                .hasSize(1);
    }

    @Test
    void theQuarterComesFromTheNameOrIsSaidAndTheTwoMustNotDiffer() {
        assertThat(version("HCPC2031_JUL_ANWEB.txt", null)).isEqualTo("2031-07");
        assertThat(version("upload", "2031-10")).isEqualTo("2031-10");
        assertThat(version("HCPC2031_ANWEB.txt", "2031-04")).isEqualTo("2031-04");
        assertRefused(() -> version("HCPC2031_JUL_ANWEB.txt", "2031-04"), "its name says 2031-07");
        assertRefused(() -> version("HCPC2031_ANWEB.txt", "2030"), "its name says 2031-01");
        assertRefused(() -> version("upload", null), "say which version it is");
    }

    @Test
    void theOfficialFileOf2020() {
        ReleaseContent content =
                READER.read(OfficialFiles.open("hcpcs-2020"), ReleaseOptions.NONE, ReadingProgress.NONE);
        assertThat(Concepts.system(content)
                        .filter(new PropertyFilter("modifier", "=", "false"))
                        .size())
                .isEqualTo(6_710);
        assertThat(Concepts.system(content)
                        .filter(new PropertyFilter("modifier", "=", "true"))
                        .size())
                .isEqualTo(369);
        assertThat(find(content, "QX").display()).isEqualTo("Crna service: with medical direction by a physician");
        assertThat(find(content, "AD").display())
                .isEqualTo("Medical supervision by a physician: more than four concurrent anesthesia procedures");
        assertThat(find(content, "LT").display())
                .isEqualTo("Left side (used to identify procedures performed on the left side of the body)");
        assertThat(find(content, "CP").isInactive()).isTrue();
        assertThat(find(content, "LT").isInactive()).isFalse();
    }

    private static String version(String name, @Nullable String version) {
        TextFile file = TextFile.of(name, first("Z0001", 3, "Mending", "Mend", ""));
        return READER.read(List.of(file), ReleaseOptions.NONE.withVersion(version), ReadingProgress.NONE)
                .identity()
                .version();
    }

    private static ReleaseContent read(String... lines) {
        return Concepts.read(READER, TextFile.of("HCPC2031_ANWEB.txt", lines));
    }

    /** A first record of 320 columns. */
    private static String first(String code, int type, String text, String shortText, String terminated) {
        char[] line = " ".repeat(320).toCharArray();
        put(line, 1, code);
        put(line, 6, "00100" + type);
        put(line, 12, text);
        put(line, 92, shortText);
        put(line, 120, "5157");
        put(line, 205, "Z0009Z0008");
        put(line, 230, "C");
        put(line, 253, "0069");
        put(line, 266, "  0");
        put(line, 269, "20200401");
        put(line, 277, "20210101");
        put(line, 285, terminated);
        put(line, 293, "N");
        return new String(line);
    }

    private static String continuation(String code, int type, String text) {
        return String.format(Locale.ROOT, "%-5s00200%d%-80s", code, type, text);
    }

    private static void put(char[] line, int column, String text) {
        System.arraycopy(text.toCharArray(), 0, line, column - 1, text.length());
    }

    @Test
    void theDisclaimerIsNoRecord() {
        assertThat(READER.recognises(FileHead.of(TextFile.of("a", DISCLAIMER, "", "text"))))
                .isFalse();
    }
}
