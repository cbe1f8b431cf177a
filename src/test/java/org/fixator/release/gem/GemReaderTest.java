package org.fixator.release.gem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixator.release.Concepts.assertRefused;

import java.util.List;
import org.fixator.conceptmap.CompiledConceptMap;
import org.fixator.conceptmap.CompiledConceptMap.Mapping;
import org.fixator.conceptmap.DependsOn;
import org.fixator.conceptmap.MapTarget;
import org.fixator.conceptmap.Relationship;
import org.fixator.release.Concepts;
import org.fixator.release.OfficialFiles;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseOptions;
import org.fixator.release.TextFile;
import org.junit.jupiter.api.Test;

class GemReaderTest {

    private static final GemReader READER = new GemReader();

    @Test
    void exactAndApproximateTargetsAndNoneAreTold() {
        CompiledConceptMap map =
                map("X000    0010  00000", "X0010XA E8000 10000", "X002    NoDx  11000", "X003    V100  10000");
        assertThat(map.header().canonical())
                .hasToString("https://fixator.example.org/fhir/ConceptMap/icd10cm-icd9cm-gem-2031|2031");
        assertThat(targets(map, "X00.0")).containsExactly("001.0");
        assertThat(relationship(map, "X00.0")).isEqualTo(Relationship.EQUIVALENT);
        assertThat(targets(map, "X00.10XA")).containsExactly("E800.0");
        assertThat(relationship(map, "X00.10XA")).isEqualTo(Relationship.RELATEDTO);
        assertThat(relationship(map, "X00.2")).isEqualTo(Relationship.UNMATCHED);
        assertThat(targets(map, "X00.3")).containsExactly("V10.0");
        assertThat(map.to("001.0")).hasSize(1);
    }

    @Test
    void theCodesOfACombinationNameWhatTheyAreUsedWith() {
        CompiledConceptMap map = map(
                "X000    0010  10111",
                "X000    0020  10112",
                "X000    0030  10112",
                "X000    0040  10121",
                "X000    0050  10122",
                "X000    0060  10000");
        List<Mapping> mappings = map.from("X00.0");
        assertThat(values(mappings.get(0).target(), GemReading.TOGETHER_WITH)).containsExactly("002.0", "003.0");
        assertThat(values(mappings.get(0).target(), GemReading.SCENARIO)).containsExactly("1");
        assertThat(values(mappings.get(1).target(), GemReading.CHOICE_LIST)).containsExactly("2");
        assertThat(values(mappings.get(1).target(), GemReading.TOGETHER_WITH)).containsExactly("001.0");
        assertThat(values(mappings.get(3).target(), GemReading.TOGETHER_WITH)).containsExactly("005.0");
        assertThat(mappings.get(5).target().products()).isEmpty();
    }

    @Test
    void theOtherDirectionIsRecognisedByItsFirstLine() {
        CompiledConceptMap map = map("0010  X000    00000", "E8000 X0010XA 10000");
        assertThat(map.header().canonical())
                .hasToString("https://fixator.example.org/fhir/ConceptMap/icd9cm-icd10cm-gem-2031|2031");
        assertThat(targets(map, "E800.0")).containsExactly("X00.10XA");
    }

    @Test
    void aFileThatIsNotWhatItClaimsIsRefusedWithItsLine() {
        String good = "X000    0010  00000";
        assertRefused(() -> map(good, "X001    0010"), ":2", "it is no mapping");
        assertRefused(() -> map(good, good), ":2", "the line stands twice");
        assertRefused(() -> map(good, "X001    0010  00000", "X000    0020  00000"), ":3", "stand in two places");
        assertRefused(() -> map(good, "X001    NoDx  00000"), ":2", "contradict each other");
        assertRefused(() -> map(good, "X001    0010  10100"), ":2", "contradict each other");
        assertRefused(() -> Concepts.read(READER, TextFile.of("a.txt", "nothing")), "no file of general equivalence");
        assertRefused(
                () -> Concepts.read(READER, TextFile.of("2031_a.txt", good), TextFile.of("2031_b.txt", good)),
                "two files of the same direction");
        assertRefused(
                () -> Concepts.read(
                        READER, TextFile.of("2031_a.txt", good), TextFile.of("2030_b.txt", "0010  X000    00000")),
                "another file is of 2031");
    }

    @Test
    void theOfficialMappingsOf2018() {
        ReleaseContent content =
                READER.read(OfficialFiles.open("gems-2018"), ReleaseOptions.NONE, ReadingProgress.NONE);
        assertThat(content.conceptMaps()).extracting(CompiledConceptMap::size).containsExactly(81_593, 24_860);
        CompiledConceptMap fromIcd10 = content.conceptMaps().get(0);
        assertThat(targets(fromIcd10, "S82.251A")).containsExactly("823.20");
        assertThat(relationship(fromIcd10, "S82.251A")).isEqualTo(Relationship.RELATEDTO);
        assertThat(targets(fromIcd10, "A00.0")).containsExactly("001.0");
        assertThat(relationship(fromIcd10, "A00.0")).isEqualTo(Relationship.EQUIVALENT);
        assertThat(targets(fromIcd10, "T88.53XD"))
                .as("printed in small letters")
                .containsExactly("V58.89");
        CompiledConceptMap fromIcd9 = content.conceptMaps().get(1);
        assertThat(targets(fromIcd9, "E800.0")).containsExactly("V81.2XXA");
    }

    private static CompiledConceptMap map(String... lines) {
        return Concepts.read(READER, TextFile.of("2031_gem.txt", lines))
                .conceptMaps()
                .get(0);
    }

    private static List<String> targets(CompiledConceptMap map, String code) {
        return map.from(code).stream()
                .map(mapping -> String.valueOf(mapping.target().code()))
                .toList();
    }

    private static Relationship relationship(CompiledConceptMap map, String code) {
        return map.from(code).get(0).target().relationship();
    }

    private static List<String> values(MapTarget target, String attribute) {
        return target.products().stream()
                .filter(product -> product.attribute().equals(attribute))
                .map(DependsOn::value)
                .map(String::valueOf)
                .toList();
    }
}
