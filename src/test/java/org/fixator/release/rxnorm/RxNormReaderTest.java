package org.fixator.release.rxnorm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fixator.release.SampleFile.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.codesystem.Subsumption;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.coding.Designation;
import org.fixator.release.FileHead;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseOptions;
import org.fixator.release.SampleFile;
import org.fixator.release.TerminologySources;
import org.junit.jupiter.api.Test;

/** Invented drugs in the documented layout; the publisher's own files are here only in part. */
class RxNormReaderTest {

    private static final ReleaseFile CONCEPTS = SampleFile.of(
            "rrf/RXNCONSO.RRF",
            "900001|ENG||||||1||900001||RXNORM|IN|900001|inventin||N|4096|",
            "900001|ENG||||||2||900001||RXNORM|SY|900001|inventinum||N||",
            "900001|ENG||||||3||x||MMSL|IN|x|Inventin of another||N||",
            "900002|ENG||||||4||900002||RXNORM|SCD|900002|inventin 5 MG Oral Tablet||N|4096|",
            "900003|ENG||||||5||900003||RXNORM|SCDF|900003|inventin Oral Tablet||N||",
            "900004|ENG||||||6||900004||RXNORM|BN|900004|Oldol||O||",
            "900005|ENG||||||7||y||MMSL|BN|y|Only of another||N||");
    private static final ReleaseFile RELATIONSHIPS = SampleFile.of(
            "rrf/RXNREL.RRF",
            "900003||CUI|RB|900002||CUI|isa|||RXNORM|||||4096|",
            "900002||CUI|RN|900003||CUI|inverse_isa|||RXNORM|||||4096|",
            "900001||CUI|RO|900002||CUI|has_ingredient|||RXNORM|||||4096|",
            "|1|AUI|SY||2|AUI||||RXNORM|||||4096|");
    private static final ReleaseFile ATTRIBUTES =
            SampleFile.of("rrf/RXNSAT.RRF", "900002|||4|AUI|900002|||RXN_AVAILABLE_STRENGTH|RXNORM|5 MG|N|4096|");
    private static final ReleaseFile TYPES =
            SampleFile.of("rrf/RXNSTY.RRF", "900001|T109|A1.4.1.2.1|Organic Chemical||4096|");
    private static final ReleaseFile SOURCES = SampleFile.of(
            "rrf/RXNSAB.RRF", "C1|C2|RXNORM_25AA_250707F|RXNORM|RxNorm|RXNORM|25AA_250707F|" + "|".repeat(18));

    private final RxNormReader reader = new RxNormReader();

    private ReleaseContent whole() {
        return reader.read(
                List.of(
                        CONCEPTS,
                        RELATIONSHIPS,
                        ATTRIBUTES,
                        TYPES,
                        SOURCES,
                        SampleFile.of("prescribe/rrf/RXNCONSO.RRF", CONCEPTS.toString())),
                ReleaseOptions.NONE,
                ReadingProgress.NONE);
    }

    private static Concept concept(ReleaseContent content, String code) {
        return Objects.requireNonNull(content.codeSystems().get(0).find(code), code);
    }

    @Test
    void readsConceptsWithTheirNames() {
        ReleaseContent content = whole();
        assertThat(content.identity().version()).isEqualTo("07072025");
        assertThat(content.codeSystems().get(0).size()).isEqualTo(4);
        Concept ingredient = concept(content, "900001");
        assertThat(ingredient.display()).isEqualTo("inventin");
        assertThat(ingredient.designations()).extracting(Designation::value).containsExactly("inventinum");
        assertThat(concept(content, "900004").isInactive()).isTrue();
    }

    @Test
    void relationshipsAreReadFromTheSecondConceptToTheFirst() {
        TableCodeSystem table = whole().codeSystems().get(0);
        assertThat(codes(table, "has_ingredient", "900001")).containsExactly("900002");
        assertThat(codes(table, "inverse_isa", "900002")).containsExactly("900003");
        assertThat(table.subsumes(concept(whole(), "900003"), concept(whole(), "900002")))
                .isEqualTo(Subsumption.SUBSUMES);
    }

    @Test
    void filtersByTypeAttributeAndPrescribableContent() {
        TableCodeSystem table = whole().codeSystems().get(0);
        assertThat(codes(table, "TTY", "SCD")).containsExactly("900002");
        assertThat(codes(table, "STY", "T109")).containsExactly("900001");
        assertThat(codes(table, "prescribable", "true")).containsExactly("900001", "900002");
        assertThat(codes(table, "RXN_AVAILABLE_STRENGTH", "5 MG")).containsExactly("900002");
    }

    @Test
    void refusesWhatDoesNotFitWithItsLine() {
        assertThatThrownBy(() -> reader.read(List.of(CONCEPTS), ReleaseOptions.NONE, ReadingProgress.NONE))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("do not say which version");
        assertThatThrownBy(() -> read(reader, "07082025", CONCEPTS, SOURCES)).hasMessageContaining("is 07072025");
        assertThatThrownBy(() -> read(reader, "13452025", CONCEPTS)).hasMessageContaining("not a version of RxNorm");
        assertThatThrownBy(() -> read(reader, "07072025", TYPES)).hasMessageContaining("RXNCONSO is missing");
        assertThatThrownBy(() -> read(
                        reader,
                        "07072025",
                        SampleFile.of("c", "900001|ENG||||||1||900001||RXNORM|IN|900001|inventin||N|4096|", "9|ENG|")))
                .hasMessageContaining("c:2: there are 3 columns where 18 are expected");
    }

    @Test
    void aCutRowIsRefusedWithItsFileAndLineEvenTheFirst() {
        String good = "900003||CUI|RB|900002||CUI|isa|||RXNORM|||||4096|";
        SampleFile first = SampleFile.of("rrf/RXNREL.RRF", good.substring(0, 20), good);
        assertThatThrownBy(() -> read(reader, "07072025", CONCEPTS, first))
                .hasMessageContaining("rrf/RXNREL.RRF:1: there are 5 columns where 16 are expected");
        SampleFile second = SampleFile.of("rrf/RXNREL.RRF", good, good.substring(0, 20));
        assertThatThrownBy(() -> read(reader, "07072025", CONCEPTS, second))
                .hasMessageContaining("rrf/RXNREL.RRF:2: there are 5 columns where 16 are expected");
        SampleFile all = SampleFile.of("rrf/RXNREL.RRF", good.substring(0, 20));
        assertThatThrownBy(() -> read(reader, "07072025", CONCEPTS, all))
                .hasMessageContaining("rrf/RXNREL.RRF:1: it is called RXNREL")
                .hasMessageContaining("16 columns");
        SampleFile names = SampleFile.of("rrf/RXNCONSO.RRF", "900001|ENG|||", "900002|ENG||||");
        assertThatThrownBy(() -> read(reader, "07072025", TYPES, names))
                .hasMessageContaining("rrf/RXNCONSO.RRF:1: it is called RXNCONSO");
        SampleFile empty = new SampleFile("rrf/RXNREL.RRF", "", StandardCharsets.UTF_8);
        assertThat(read(reader, "07072025", CONCEPTS, empty).notes()).contains("RXNREL was not among the files.");
    }

    @Test
    void aCircleOfRelationshipsNamesTheFileOfRelationships() {
        SampleFile circle = SampleFile.of(
                "rrf/RXNREL.RRF",
                "900003||CUI|RB|900002||CUI|isa|||RXNORM|||||4096|",
                "900002||CUI|RB|900003||CUI|isa|||RXNORM|||||4096|");
        assertThatThrownBy(() -> read(reader, "07072025", CONCEPTS, circle)).hasMessageContaining("rrf/RXNREL.RRF: ");
    }

    @Test
    void recognisesItsFilesByTheirRows() {
        assertThat(reader.recognises(FileHead.of(CONCEPTS))).isTrue();
        assertThat(reader.recognises(FileHead.of(TYPES))).isFalse();
    }

    @Test
    void thePublishersFilesHaveTheShapesThatTheReaderKnows() {
        assertThat(TerminologySources.open("rxnorm"))
                .extracting(file -> RrfFile.of(FileHead.of(file)))
                .contains(RrfFile.RXNSAB, RrfFile.RXNSTY)
                .doesNotContain(RrfFile.RXNCONSO);
    }

    private static List<String> codes(TableCodeSystem table, String property, String value) {
        List<String> codes = new java.util.ArrayList<>();
        table.filter(new PropertyFilter(property, "=", value))
                .iterator(0)
                .forEachRemaining(concept -> codes.add(concept.code()));
        return codes;
    }
}
