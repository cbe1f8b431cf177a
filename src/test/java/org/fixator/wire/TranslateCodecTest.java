package org.fixator.wire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fixator.wire.Requests.code;
import static org.fixator.wire.Requests.coding;
import static org.fixator.wire.Requests.uri;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.coding.FhirVersion;
import org.fixator.conceptmap.DependsOn;
import org.fixator.conceptmap.Relationship;
import org.fixator.conceptmap.TranslateRequest;
import org.fixator.conceptmap.TranslateResult;
import org.fixator.conceptmap.TranslateResult.Match;
import org.junit.jupiter.api.Test;

class TranslateCodecTest {

    private static final Coding SOURCE = Coding.of("http://x/a", "1");
    private static final Coding TARGET = Coding.of("http://x/b", "2");
    private static final DependsOn SIDE =
            new DependsOn("http://x/side", "valueCoding", "RT", Coding.of("http://x/m", "RT"));

    private static OperationParameters in(String... parameters) {
        return OperationParameters.read(
                OperationTables.TRANSLATE, Requests.call(OperationTables.TRANSLATE, null, parameters));
    }

    private static TranslateRequest request(String... parameters) {
        OperationCall call = Requests.call(OperationTables.TRANSLATE, null, parameters);
        OperationParameters in = OperationParameters.read(OperationTables.TRANSLATE, call);
        return TranslateCodec.request(in, call, Requests.RESOURCES);
    }

    private static List<String> match(Match match, FhirVersion version, OperationParameters in) {
        TranslateResult result = new TranslateResult(true, null, List.of(match));
        JsonNode json = Json.parse(TranslateCodec.answer(result, in, version).json());
        List<String> parts = new ArrayList<>();
        json.path("parameter").path(1).path("part").forEach(part -> {
            String text = part.toString();
            parts.add(text.substring(9, text.length() - 1).replace("\"", ""));
        });
        return parts;
    }

    private static Match matched(Coding asked, Coding found, List<DependsOn> conditions) {
        return new Match("http://x/cm|1", Relationship.WIDER, asked, found, null, conditions, List.of(), List.of());
    }

    @Test
    void readsTheNamesOfR4() {
        TranslateRequest request = request(
                uri("url", "http://x/cm"),
                code("conceptMapVersion", "7"),
                code("code", "1"),
                uri("system", "http://x/a"),
                uri("targetsystem", "http://x/b"),
                uri("source", "http://x/s"),
                uri("target", "http://x/t"));
        assertThat(requireNonNull(request.map()).canonical()).isEqualTo(new Canonical("http://x/cm", "7"));
        assertThat(request.value().codings()).containsExactly(SOURCE);
        assertThat(request.reverse()).isFalse();
        assertThat(request.targetSystem()).isEqualTo(new Canonical("http://x/b", null));
        assertThat(request.sourceScope()).isEqualTo("http://x/s");
        assertThat(request.targetScope()).isEqualTo("http://x/t");
    }

    @Test
    void readsTheNamesOfR5AndOfTheSuite() {
        TranslateRequest suite =
                request(code("sourceCode", "1"), uri("sourceSystem", "http://x/a"), uri("targetSystem", "http://x/b"));
        TranslateRequest r5 =
                request(code("sourceCode", "1"), uri("system", "http://x/a"), uri("targetSystem", "http://x/b"));
        assertThat(suite).isEqualTo(r5);
        assertThat(suite.value().codings()).containsExactly(SOURCE);
        assertThat(suite.map()).isNull();
        TranslateRequest mixed =
                request(code("code", "1"), uri("sourceSystem", "http://x/a"), uri("targetSystem", "http://x/b"));
        assertThat(mixed).isEqualTo(r5);
    }

    @Test
    void translatesInReverseFromTheSystemThatTheDialectMeans() {
        TranslateRequest suite =
                request(code("targetCode", "2"), uri("sourceSystem", "http://x/a"), uri("targetSystem", "http://x/b"));
        assertThat(suite.reverse()).isTrue();
        assertThat(suite.value().codings()).containsExactly(TARGET);
        assertThat(suite.targetSystem()).isEqualTo(new Canonical("http://x/a", null));
        TranslateRequest r5 = request(code("targetCode", "2"), uri("system", "http://x/b"));
        assertThat(r5.value().codings()).containsExactly(TARGET);
        assertThat(r5.targetSystem()).isNull();
        TranslateRequest r4 = request(
                code("code", "2"),
                uri("system", "http://x/b"),
                uri("targetsystem", "http://x/a"),
                "{'name':'reverse','valueBoolean':true}");
        assertThat(r4).isEqualTo(suite);
    }

    @Test
    void readsDependenciesOfBothReleases() {
        TranslateRequest request = request(
                coding("coding", "http://x/a", "1"),
                "{'name':'dependency','part':[{'name':'element','valueUri':'http://x/side'},{'name':'concept',"
                        + "'valueCodeableConcept':{'coding':[{'system':'http://x/m','code':'RT'}]}}]}",
                "{'name':'dependency','part':[{'name':'attribute','valueUri':'http://x/side'},"
                        + "{'name':'value','valueCoding':{'system':'http://x/m','code':'RT'}}]}",
                "{'name':'dependency','part':[{'name':'attribute','valueUri':'http://x/n'},"
                        + "{'name':'value','valueString':'t'}]}");
        assertThat(request.dependencies())
                .containsExactly(SIDE, SIDE, new DependsOn("http://x/n", "valueString", "t", null));
    }

    @Test
    void refusesWhatItCannotTranslate() {
        assertThatThrownBy(() -> request(uri("system", "http://x/a")))
                .hasMessageContaining("needs one of the parameters code, coding, codeableConcept");
        assertThatThrownBy(() -> request(code("code", "1")))
                .hasMessageContaining("needs the parameter 'system' along with the code");
        assertThatThrownBy(() -> request(code("code", "1"), code("targetCode", "2")))
                .hasMessageContaining("takes only one of");
        assertThatThrownBy(() -> request(
                        coding("coding", "http://x/a", "1"),
                        "{'name':'dependency','part':[{'name':'element','valueUri':'http://x/side'}]}"))
                .hasMessageContaining("'dependency' is incomplete");
        assertThatThrownBy(() -> request(uri("url", "http://y/cm"), coding("coding", "http://x/a", "1")))
                .hasMessageContaining("'http://y/cm' could not be found");
    }

    @Test
    void answersR4InR4() {
        assertThat(match(matched(SOURCE, TARGET, List.of(SIDE)), FhirVersion.R4, in(code("code", "1"))))
                .containsExactly(
                        "concept,valueCoding:{system:http://x/b,code:2}",
                        "dependsOn,part:[{name:concept,valueCoding:{system:http://x/m,code:RT}},"
                                + "{name:element,valueUri:http://x/side}]",
                        "equivalence,valueCode:wider",
                        "source,valueUri:http://x/cm|1");
    }

    @Test
    void answersTheSuiteOnR4WithWhatBothNeed() {
        assertThat(match(matched(SOURCE, TARGET, List.of()), FhirVersion.R4, in(code("sourceCode", "1"))))
                .containsExactly(
                        "concept,valueCoding:{system:http://x/b,code:2}",
                        "equivalence,valueCode:wider",
                        "originMap,valueCanonical:http://x/cm|1",
                        "relationship,valueCode:source-is-narrower-than-target");
    }

    @Test
    void answersR5InR5() {
        assertThat(match(matched(SOURCE, TARGET, List.of(SIDE)), FhirVersion.R5, in(code("sourceCode", "1"))))
                .containsExactly(
                        "concept,valueCoding:{system:http://x/b,code:2}",
                        "dependsOn,part:[{name:attribute,valueUri:http://x/side},"
                                + "{name:value,valueCoding:{system:http://x/m,code:RT}}]",
                        "originMap,valueCanonical:http://x/cm|1",
                        "relationship,valueCode:source-is-narrower-than-target");
    }

    @Test
    void answersATargetCodeWithItselfAndItsSource() {
        assertThat(match(matched(TARGET, SOURCE, List.of()), FhirVersion.R5, in(code("targetCode", "2"))))
                .containsExactly(
                        "concept,valueCoding:{system:http://x/b,code:2}",
                        "originMap,valueCanonical:http://x/cm|1",
                        "relationship,valueCode:source-is-narrower-than-target",
                        "source,valueCoding:{system:http://x/a,code:1}");
    }
}
