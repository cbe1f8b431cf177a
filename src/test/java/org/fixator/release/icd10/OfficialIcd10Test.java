package org.fixator.release.icd10;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.release.OfficialFiles;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseOptions;
import org.junit.jupiter.api.Test;

/** The official files of CMS and NCHS: counts, hierarchy, spot values, and what changed between two years. */
class OfficialIcd10Test {

    private static final String ORDER_2025 = "icd10cm-2025/icd10cm_order_2025.txt";
    private static final String ORDER_2026 = "icd10cm-2026/icd10cm_order_2026.txt";
    private static final String ADDENDA_2026 = "icd10cm-2026/icd10cm_order_addenda_2026.txt";
    private static final String TABULAR_2021 = "icd10cm-2021/icd10cm_tabular_2021.xml";

    @Test
    void theFiscalYearsDifferByWhatTheAddendaSay() {
        Map<String, Concept> before = concepts(diagnoses(ORDER_2025));
        Map<String, Concept> after = concepts(diagnoses(ORDER_2026));
        assertThat(before).hasSize(97_584);
        assertThat(after).hasSize(98_186);
        assertThat(after.keySet().stream().filter(code -> !before.containsKey(code)))
                .hasSize(614);
        assertThat(before.keySet().stream().filter(code -> !after.containsKey(code)))
                .hasSize(12);
        assertThat(after.values().stream().filter(concept -> {
                    Concept old = before.get(concept.code());
                    return old != null && !Objects.equals(old.display(), concept.display());
                }))
                .hasSize(45);
        assertThat(Objects.requireNonNull(before.get("B88.0"))
                        .properties()
                        .get(0)
                        .value())
                .isEqualTo("true");
        assertThat(Objects.requireNonNull(after.get("B88.0"))
                        .properties()
                        .get(0)
                        .value())
                .isEqualTo("false");
    }

    @Test
    void theAddendaMakeTheOneYearOfTheOther() {
        Map<String, Concept> made = concepts(diagnoses(ORDER_2025, ADDENDA_2026));
        Map<String, Concept> printed = concepts(diagnoses(ORDER_2026));
        assertThat(made.keySet()).isEqualTo(printed.keySet());
        made.forEach((code, concept) -> {
            Concept other = Objects.requireNonNull(printed.get(code));
            assertThat(concept.display()).isEqualTo(other.display());
            assertThat(concept.designations()).isEqualTo(other.designations());
            assertThat(concept.properties()).isEqualTo(other.properties());
            assertThat(codes(concept.parents())).isEqualTo(codes(other.parents()));
        });
    }

    @Test
    void everyCodeOf2026StandsUnderACategoryAndBillableCodesAreTheLeaves() {
        TableCodeSystem system = system(diagnoses(ORDER_2026));
        int billable = 0;
        for (Concept concept : concepts(diagnoses(ORDER_2026)).values()) {
            assertThat(concept.parents()).hasSize(concept.code().length() > 3 ? 1 : 0);
            boolean isBillable = concept.properties().get(0).value().equals("true");
            assertThat(concept.children().isEmpty()).as(concept.code()).isEqualTo(isBillable);
            billable += isBillable ? 1 : 0;
        }
        assertThat(billable).isEqualTo(74_719);
        assertThat(system.filter(new PropertyFilter("billable", "=", "true")).size())
                .isEqualTo(74_719);
        Concept tibia = Objects.requireNonNull(system.find("S82.251A"));
        assertThat(tibia.display())
                .isEqualTo(
                        "Displaced comminuted fracture of shaft of right tibia, initial encounter for closed fracture");
        assertThat(tibia.designations().get(0).value())
                .isEqualTo("Displaced comminuted fracture of shaft of right tibia, init");
        assertThat(codes(tibia.parents())).containsExactly("S82.251");
        assertThat(system.find("S82.341A")).isNull();
        assertThat(system.find("S82251A")).isNull();
    }

    @Test
    void theTabularListOf2021IsReadAloneAndLendsItsStructure() {
        TableCodeSystem alone = system(diagnoses(TABULAR_2021));
        Map<Boolean, Long> headings = new LinkedHashMap<>();
        concepts(diagnoses(TABULAR_2021)).values().forEach(c -> headings.merge(c.isAbstract(), 1L, Long::sum));
        assertThat(headings).containsEntry(false, 45_017L).containsEntry(true, 318L);
        assertThat(alone.size()).isEqualTo(45_017 + 318);

        ReleaseContent joined = Icd10Reader.diagnoses()
                .read(
                        OfficialFiles.open(ORDER_2026),
                        ReleaseOptions.NONE.withStructureFrom(OfficialFiles.open(TABULAR_2021)),
                        ReadingProgress.NONE);
        TableCodeSystem system = system(joined);
        assertThat(system.size()).isEqualTo(98_186 + 318);
        Concept injuries = Objects.requireNonNull(system.find("S00-T88"));
        assertThat(injuries.parents()).isEmpty();
        assertThat(system.filter(new PropertyFilter("concept", "is-a", "S00-T88"))
                        .contains(Objects.requireNonNull(system.find("S82.251A"))))
                .isTrue();
        assertThat(concepts(joined).values().stream()
                        .filter(concept -> concept.parents().isEmpty()))
                .as("every code belongs to one of the chapters")
                .hasSize(22);
        assertThat(joined.notes()).anyMatch(note -> note.contains("borrowed from the year 2021"));
    }

    @Test
    void theProceduresOf2026StandInTheirTables() {
        ReleaseContent content = Icd10Reader.procedures()
                .read(
                        OfficialFiles.open("icd10pcs-2026/icd10pcs_order_2026.txt"),
                        ReleaseOptions.NONE,
                        ReadingProgress.NONE);
        Map<String, Concept> concepts = concepts(content);
        assertThat(concepts).hasSize(80_029);
        assertThat(concepts.values().stream().filter(concept -> concept.isAbstract()))
                .hasSize(914);
        concepts.values().forEach(concept -> assertThat(codes(concept.parents()))
                .isEqualTo(
                        concept.isAbstract()
                                ? List.of()
                                : List.of(concept.code().substring(0, 3))));
    }

    private static ReleaseContent diagnoses(String... paths) {
        List<ReleaseFile> files = OfficialFiles.open(paths);
        return Icd10Reader.diagnoses().read(files, ReleaseOptions.NONE, ReadingProgress.NONE);
    }

    private static TableCodeSystem system(ReleaseContent content) {
        return content.codeSystems().get(0);
    }

    private static Map<String, Concept> concepts(ReleaseContent content) {
        Map<String, Concept> concepts = new LinkedHashMap<>();
        for (Iterator<Concept> all = system(content).all().iterator(0); all.hasNext(); ) {
            Concept concept = all.next();
            concepts.put(concept.code(), concept);
        }
        return concepts;
    }

    private static List<String> codes(List<Concept> concepts) {
        return concepts.stream().map(Concept::code).toList();
    }
}
