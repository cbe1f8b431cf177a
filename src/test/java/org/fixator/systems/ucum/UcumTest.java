package org.fixator.systems.ucum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.fhir.ucum.UcumEssenceService;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemContract;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.ConceptSet;
import org.fixator.codesystem.Likeness;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.codesystem.Subsumption;
import org.fixator.coding.Designation;
import org.fixator.issue.TerminologyException;
import org.junit.jupiter.api.Test;

class UcumTest extends CodeSystemContract {

    private static final CodeSystem UCUM = Ucum.codeSystem();

    @Override
    protected CodeSystem system() {
        return UCUM;
    }

    @Override
    protected List<String> codes() {
        return List.of("mg/dL", "kg", "%", "[degF]");
    }

    @Override
    protected String unknownCode() {
        return "kgXX";
    }

    @Test
    void isTheVersionOfItsDefinitions() {
        assertThat(UCUM.description().canonical()).hasToString("http://unitsofmeasure.org|2.2");
    }

    @Test
    void readsUnitsThatNoListHolds() {
        Concept concept = concept("mg/dL{milligram per deciliter}");
        assertThat(concept.display()).isEqualTo("mg/dL{milligram per deciliter}");
        assertThat(concept.designations())
                .extracting(Designation::value)
                .containsExactly("(milligram) / (deciliter) * 1");
    }

    @Test
    void namesCommonUnits() {
        assertThat(concept("mg/dL").designations())
                .extracting(Designation::value)
                .containsExactly("(milligram) / (deciliter)", "milligram per deciliter");
    }

    @Test
    void saysWhatIsWrongWithAUnit() {
        assertThat(UCUM.absence("kgXX").reason())
                .isEqualTo("Error processing unit 'kgXX': The unit 'kgXX' is unknown at character 1");
        assertThat(UCUM.absence("mg per dL").reason())
                .isEqualTo("Error processing unit 'mg per dL': unexpected character ' ' at character 3");
        assertThat(UCUM.absence("").reason()).contains("empty");
        assertThat(UCUM.absence("kgXX").certain()).isTrue();
    }

    @Test
    void refusesWhatTheLibraryOverlooks() {
        for (String unit : List.of("mg//dL", "//m", "m./s", "m///s", "1//m", "(//m)", "mol//{x}", "m)", "(m))")) {
            assertThat(UCUM.find(unit)).as(unit).isNull();
        }
        assertThat(UCUM.absence("mg//dL").reason())
                .isEqualTo(
                        "Error processing unit 'mg//dL': nothing stands before '/' that could be divided at character 4");
        for (String unit :
                List.of("/m", "/{a}", "m/s/s", "{//}", "m{a//b)}", "(m)", "((m)/s)", "m.(/s)", "mol/(l.s)")) {
            assertThat(UCUM.find(unit)).as(unit).isNotNull();
        }
    }

    @Test
    void hintsAtUnitsThatDifferByCase() {
        assertThat(UCUM.nearest("MG/DL", Likeness.GUESS)).contains("mg/dL");
    }

    @Test
    void refusesNestingThatWouldExhaustTheParser() {
        assertThat(UCUM.find("(".repeat(20_000) + "m" + ")".repeat(20_000))).isNull();
        assertThat(UCUM.find("(".repeat(490) + "m" + ")".repeat(490))).isNotNull();
    }

    @Test
    void unitsThatMeasureTheSameAreEquivalent() {
        assertThat(UCUM.subsumes(concept("mg/dL"), concept("10.mg/L"))).isEqualTo(Subsumption.EQUIVALENT);
        assertThat(UCUM.subsumes(concept("mL"), concept("cm3"))).isEqualTo(Subsumption.EQUIVALENT);
        assertThat(UCUM.subsumes(concept("mg"), concept("kg"))).isEqualTo(Subsumption.NOT_SUBSUMED);
        assertThat(UCUM.subsumes(concept("Cel"), concept("[degF]"))).isEqualTo(Subsumption.NOT_SUBSUMED);
    }

    @Test
    void filtersByCanonicalUnit() {
        ConceptSet masses = UCUM.filter(new PropertyFilter("canonical", "=", "g"));
        assertThat(masses.isClosed()).isFalse();
        assertThat(masses.size()).isEqualTo(68);
        assertThat(masses.contains(concept("t"))).isTrue();
        assertThat(masses.contains(concept("mL"))).isFalse();
        assertThat(UCUM.filter(new PropertyFilter("canonical", "=", "mg")).contains(concept("t")))
                .isTrue();
    }

    @Test
    void reducesUnitsAsTheLibraryDoes() throws Exception {
        UcumEssenceService service =
                new UcumEssenceService(UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml"));
        Dimensions dimensions = new Dimensions(service.getModel());
        for (String unit : List.of(
                "mg/dL",
                "m/s2",
                "J/(kg.K)",
                "/m/s.g",
                "m/s/g.K",
                "m/(s/g)",
                "/(m/s)",
                "10*3/uL",
                "N.m/s/[lb_av]",
                "kat/L",
                "1",
                "%")) {
            String ours = dimensions.of(unit).entrySet().stream()
                    .map(base -> base.getKey() + (base.getValue() == 1 ? "" : base.getValue()))
                    .collect(Collectors.joining("."));
            assertThat(ours).as(unit).isEqualTo(service.getCanonicalUnits(unit));
        }
    }

    @Test
    void filtersUnitsOnSpecialScalesByWhatTheyMeasure() {
        assertThat(UCUM.filter(new PropertyFilter("canonical", "=", "K")).contains(concept("[degF]")))
                .isTrue();
    }

    @Test
    void refusesACanonicalThatIsNoUnit() {
        assertThatThrownBy(() -> UCUM.filter(new PropertyFilter("canonical", "=", "kgXX")))
                .isInstanceOf(TerminologyException.class)
                .hasMessageContaining("is unknown");
    }

    @Test
    void listsTheCommonUnits() {
        assertThat(UCUM.all().isClosed()).isFalse();
        assertThat(UCUM.all().size()).isEqualTo(1357);
        assertThat(UCUM.commonCodes()).isEqualTo("http://hl7.org/fhir/ValueSet/ucum-common");
    }
}
