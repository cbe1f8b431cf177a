package org.fixator.release.icd10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.coding.ContentMode;
import org.fixator.coding.Designation;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseOptions;
import org.fixator.release.ReleaseReader;
import org.fixator.release.TextFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class Icd10ReaderTest {

    private static final ReleaseReader READER = Icd10Reader.diagnoses();
    private static final TextFile ORDER = Icd10Files.order("icd10cm_order_2031.txt", Icd10Files.CODES);
    private static final TextFile TABULAR = TextFile.of("tabular.xml", Icd10Files.TABULAR);

    @Test
    void anOrderFileGivesCodesWithDotBothTitlesAndFlag() {
        ReleaseContent content = read(ORDER);
        assertThat(content.identity().version()).isEqualTo("2031");
        assertThat(content.identity().from()).isEqualTo(LocalDate.of(2030, 10, 1));
        assertThat(content.identity().to()).isEqualTo(LocalDate.of(2031, 9, 30));
        TableCodeSystem system = system(content);
        assertThat(system.size()).isEqualTo(8);
        assertThat(system.description().content()).isEqualTo(ContentMode.COMPLETE);
        Concept concept = find(system, "X70.2XXA");
        assertThat(concept.display()).isEqualTo("Loose rope of the loom, first shift");
        assertThat(concept.designations()).extracting(Designation::value).containsExactly("Loose rope, first");
        assertThat(values(concept, "billable")).containsExactly("true");
        assertThat(values(find(system, "X70.2"), "billable")).containsExactly("false");
        assertThat(system.find("X702XXA")).isNull();
        assertThat(find(system, "X80").code()).isEqualTo("X80");
    }

    @Test
    void theParentIsTheLongestListedPrefix() {
        TableCodeSystem system = system(read(ORDER));
        assertThat(parents(find(system, "X70.2XXA"))).containsExactly("X70.2");
        assertThat(parents(find(system, "X70.2"))).containsExactly("X70");
        assertThat(parents(find(system, "X70"))).isEmpty();
    }

    @Test
    void theTabularListOfTheSameYearAddsChaptersBlocksTermsAndNotes() {
        ReleaseContent content = read(ORDER, TABULAR);
        TableCodeSystem system = system(content);
        assertThat(parents(find(system, "X70"))).containsExactly("X70-X75");
        assertThat(parents(find(system, "X70-X75"))).containsExactly("X70-X79");
        assertThat(parents(find(system, "X70-X79"))).containsExactly("X70-X99");
        assertThat(parents(find(system, "X80"))).containsExactly("X80-X80");
        Concept chapter = find(system, "X70-X99");
        assertThat(chapter.isAbstract()).isTrue();
        assertThat(values(chapter, "level")).containsExactly("chapter");
        assertThat(values(chapter, "includes")).containsExactly("hand looms");
        assertThat(find(system, "X70.1").designations())
                .extracting(Designation::value)
                .containsExactly("Broken rope", "Torn rope");
        assertThat(values(find(system, "X70"), "excludes1")).containsExactly("wire (X80)");
        assertThat(values(find(system, "X70.2"), "sevenChrDef")).containsExactly("A", "D");
        assertThat(values(find(system, "X70"), "structureFrom")).isEmpty();
        assertThat(content.notes()).anyMatch(note -> note.startsWith("Joined with"));
    }

    @Test
    void theStructureOfAnotherYearIsBorrowedOnlyWhenAskedForAndSaysSo() {
        TextFile newer = Icd10Files.order(
                "icd10cm_order_2032.txt",
                "X70|0|Rope of the loom",
                "X701|1|Broken rope of any loom",
                "X76|1|Shuttle",
                "X99|1|Rest",
                "XA0|1|Beyond the ranges");
        assertRefused(() -> read(newer, TABULAR), "tabular.xml", "of another year may lend its structure only");
        ReleaseContent content = READER.read(
                List.of(newer), ReleaseOptions.NONE.withStructureFrom(List.of(TABULAR)), ReadingProgress.NONE);
        TableCodeSystem system = system(content);
        assertThat(values(find(system, "X70"), "structureFrom")).containsExactly("2031");
        assertThat(find(system, "X70.1").designations())
                .as("it has another title now, so its term may not fit")
                .hasSize(1);
        assertThat(parents(find(system, "X76"))).containsExactly("X70-X79");
        assertThat(parents(find(system, "X99"))).containsExactly("X70-X99");
        assertThat(parents(find(system, "XA0"))).containsExactly("X70-X99");
        assertThat(content.notes()).anyMatch(note -> note.contains("borrowed from the year 2031"));
        assertThat(content.notes()).anyMatch(note -> note.contains("X76, X99, XA0"));
    }

    @Test
    void theTabularListAloneIsAFragmentBecauseItHasNoSeventhCharacters() {
        ReleaseContent content = read(TABULAR);
        TableCodeSystem system = system(content);
        assertThat(content.identity().version()).isEqualTo("2031");
        assertThat(system.description().content()).isEqualTo(ContentMode.FRAGMENT);
        assertThat(values(find(system, "X70.2"), "billable")).containsExactly("false");
        assertThat(values(find(system, "X70.1"), "billable")).containsExactly("true");
    }

    @Test
    void addendaAreAppliedToTheOrderFileOfTheYearBefore() {
        TextFile addenda = TextFile.of(
                "icd10cm_order_addenda_2032.txt",
                Icd10Files.addendum("Delete:", "X80|1|Other parts"),
                Icd10Files.addendum("Add:", "X80|0|Other parts"),
                Icd10Files.addendum("Add:", "X801|1|Shuttle"),
                Icd10Files.addendum("Delete:", "X7A0|1|Bent frame"),
                Icd10Files.addendum("Delete:", "X7A|0|Frame"),
                Icd10Files.addendum("Revise from:", "X701|1|Broken rope|Broken rope of the loom"),
                Icd10Files.addendum("Revise to:", "X701|1|Torn rope|Torn rope of the loom"),
                "",
                "Codes",
                "  5 codes in icd10cm_order_2031.txt",
                "  4 codes in icd10cm_order_2032.txt");
        ReleaseContent content = read(ORDER, addenda);
        TableCodeSystem system = system(content);
        assertThat(content.identity().version()).isEqualTo("2032");
        assertThat(system.size()).isEqualTo(7);
        assertThat(find(system, "X70.1").display()).isEqualTo("Torn rope of the loom");
        assertThat(parents(find(system, "X80.1"))).containsExactly("X80");
        assertThat(values(find(system, "X80"), "billable")).containsExactly("false");
        assertThat(system.find("X7A")).isNull();
    }

    @Test
    void addendaThatDoNotFitAreRefusedWithTheirLine() {
        String wrongTitle = Icd10Files.addendum("Delete:", "X80|1|Other pieces");
        assertRefused(() -> read(ORDER, TextFile.of("addenda_2032.txt", wrongTitle)), "addenda_2032.txt:1", "X80");
        String[] wrongTotal = {Icd10Files.addendum("Add:", "X81|1|Shuttle"), "", "  9 codes in icd10cm_order_2032.txt"};
        assertRefused(
                () -> read(ORDER, TextFile.of("addenda_2032.txt", wrongTotal)),
                "there are 9 codes afterwards",
                "are 6");
    }

    @Test
    void aZipOfOrderFileCodesFileAndAddendaOfTheSameReleaseIsReadAsOne() {
        TextFile codes = TextFile.of(
                "icd10cm_codes_2031.txt",
                "X701    Broken rope of the loom",
                "X702XXA Loose rope of the loom, first shift",
                "X702XXD Loose rope of the loom, later shift",
                "X7A0    Bent frame",
                "X80     Other parts");
        TextFile addenda = TextFile.of("addenda_2031.txt", Icd10Files.addendum("Add:", "X80|1|Other parts"));
        TextFile description = TextFile.of("icd10cm_readme.pdf", "%PDF-1.7");
        ReleaseContent content = read(addenda, codes, ORDER, description);
        assertThat(system(content).size()).isEqualTo(8);
        assertThat(content.notes())
                .anyMatch(note -> note.contains("icd10cm_readme.pdf"))
                .anyMatch(note -> note.contains("contained in"));
        TextFile fewer = TextFile.of("icd10cm_codes_2031.txt", "X701    Broken rope of the loom");
        assertRefused(() -> read(fewer, ORDER), "icd10cm_codes_2031.txt", "not of the same release");
    }

    @Test
    void aFileOfCodesAloneIsAFragment() {
        ReleaseContent content = read(TextFile.of("icd10cm_codes_2031.txt", "X701    Broken rope of the loom"));
        assertThat(find(system(content), "X70.1").display()).isEqualTo("Broken rope of the loom");
        assertThat(system(content).description().content()).isEqualTo(ContentMode.FRAGMENT);
    }

    @Test
    void theVersionComesFromTheNameOrIsSaidAndTheTwoMustNotDiffer() {
        TextFile unnamed = new TextFile("upload", ORDER.bytes());
        assertRefused(() -> read(unnamed), "upload", "say which version it is");
        assertThat(version(unnamed, "2031")).isEqualTo("2031");
        assertThat(version(ORDER, "2031-04")).isEqualTo("2031-04");
        assertThat(version(new TextFile("icd10cm-order-April-2031.txt", ORDER.bytes()), null))
                .isEqualTo("2031-04");
        assertRefused(() -> version(ORDER, "2030"), "its name says 2031", "asked for is 2030");
        assertRefused(() -> version(ORDER, "next"), "'next' is no version");
    }

    @Test
    void aFileThatIsNotWhatItClaimsIsRefusedWithItsLine() {
        String[] lines = new String(ORDER.bytes(), StandardCharsets.ISO_8859_1).split("\r\n");
        assertRefused(() -> read(changed(lines, 3, lines[3].substring(0, 60))), ":4", "the line is cut");
        assertRefused(() -> read(changed(lines, 3, lines[1])), ":4", "2 stands where 4 should");
        assertRefused(() -> read(changed(lines, 3, Icd10Files.line(4, "X701|1|Again"))), ":4", "X70.1 stands twice");
        assertRefused(() -> read(changed(lines, 7, Icd10Files.line(8, "X811|1|Alone"))), ":8", "X81.1 is an orphan");
        assertRefused(() -> read(changed(lines, 7, Icd10Files.line(8, "X80|1|M\u00e9tier"))), ":8", "E9", "ASCII");
        assertRefused(() -> read(changed(lines, 7, Icd10Files.line(8, "X80|7|Loom"))), ":8", "neither 0 nor 1");
        assertRefused(() -> read(changed(lines, 7, Icd10Files.line(8, "x80|1|Loom"))), ":8", "capital letters");
    }

    @Test
    void aFileOfAnotherKindIsRefusedByItsShape() {
        TextFile procedures = Icd10Files.order("order_2031.txt", "001|0|Loom, Mending", "0016070|1|Mending");
        assertRefused(() -> read(procedures), "order_2031.txt", "to be read as icd-10-pcs");
        assertRefused(
                () -> Icd10Reader.procedures().read(List.of(ORDER), ReleaseOptions.NONE, ReadingProgress.NONE),
                "to be read as icd-10-cm");
        assertRefused(() -> read(TextFile.of("a.csv", "Code,Grouping")), "no file of ICD-10-CM");
        assertRefused(() -> read(ORDER, new TextFile("icd10cm_order_2030.txt", ORDER.bytes())), "same kind as");
        assertRefused(
                () -> read(TextFile.of("t.xml", "<ICD10CM.tabular><version>2031</version>")), "t.xml:", "not XML");
    }

    @Test
    void procedureCodesHaveNoDotTheirTableAsParentAndTheirAxes() {
        TextFile order = Icd10Files.order(
                "icd10pcs_order_2031.txt", "001|0|Loom, Mending", "0016070|1|Mend loom|Mending of the loom");
        ReleaseContent content =
                Icd10Reader.procedures().read(List.of(order), ReleaseOptions.NONE, ReadingProgress.NONE);
        TableCodeSystem system = system(content);
        Concept code = find(system, "0016070");
        assertThat(parents(code)).containsExactly("001");
        assertThat(values(code, "body-part")).containsExactly("6");
        assertThat(values(code, "qualifier")).containsExactly("0");
        assertThat(find(system, "001").isAbstract()).isTrue();
        assertThat(content.identity().system()).isEqualTo("http://www.cms.gov/Medicare/Coding/ICD10");
    }

    private static TextFile changed(String[] lines, int index, String line) {
        String[] changed = lines.clone();
        changed[index] = line;
        return TextFile.of("icd10cm_order_2031.txt", changed);
    }

    private static String version(TextFile file, @Nullable String version) {
        return READER.read(List.of(file), ReleaseOptions.NONE.withVersion(version), ReadingProgress.NONE)
                .identity()
                .version();
    }

    private static ReleaseContent read(ReleaseFile... files) {
        return READER.read(Arrays.asList(files), ReleaseOptions.NONE, ReadingProgress.NONE);
    }

    private static TableCodeSystem system(ReleaseContent content) {
        return content.codeSystems().get(0);
    }

    private static Concept find(TableCodeSystem system, String code) {
        Concept concept = system.find(code);
        assertThat(concept).as(code).isNotNull();
        return Objects.requireNonNull(concept);
    }

    private static List<String> parents(Concept concept) {
        return concept.parents().stream().map(Concept::code).toList();
    }

    private static List<String> values(Concept concept, String property) {
        return concept.properties().stream()
                .filter(p -> p.code().equals(property))
                .map(p -> p.value())
                .toList();
    }

    private static void assertRefused(ThrowingCallable reading, String... parts) {
        assertThatThrownBy(reading).isInstanceOf(ReleaseException.class).hasMessageContainingAll(parts);
    }
}
