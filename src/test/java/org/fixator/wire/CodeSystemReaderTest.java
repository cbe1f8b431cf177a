package org.fixator.wire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.coding.Canonical;
import org.fixator.coding.ContentMode;
import org.fixator.issue.TerminologyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeSystemReaderTest {

    private static JsonSource source(String json) {
        return JsonSource.of(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static TableCodeSystem read(String json) {
        return CodeSystemReader.read(source(json));
    }

    private static List<String> tree(CodeSystem system) {
        List<String> lines = new ArrayList<>();
        system.all()
                .iterator(0)
                .forEachRemaining(concept -> lines.add(
                        concept.parents().stream()
                                        .map(parent -> parent.code() + ">")
                                        .collect(Collectors.joining()) + concept.code() + "=" + concept.display()));
        return lines;
    }

    @Test
    void readsTheDescription() {
        CodeSystemDescription system = CodeSystemReader.describe(
                source(
                        """
                        {'resourceType':'CodeSystem','url':'http://x/cs','version':'1','name':'N','title':'T',
                         'status':'draft','content':'supplement','supplements':'http://x/base|2','caseSensitive':false,
                         'hierarchyMeaning':'is-a','compositional':true,'versionNeeded':true,'language':'de',
                         'versionAlgorithmCoding':{'code':'semver'},'copyright':'C','valueSet':'http://x/vs',
                         'property':[{'code':'p','type':'dateTime','uri':'http://x/p'}],
                         'filter':[{'code':'f','operator':['=','in'],'value':'v'}],'concept':[{'code':'a'}]}"""));
        assertThat(system.canonical()).isEqualTo(new Canonical("http://x/cs", "1"));
        assertThat(system.content()).isEqualTo(ContentMode.SUPPLEMENT);
        assertThat(system.supplements()).isEqualTo(new Canonical("http://x/base", "2"));
        assertThat(system.caseSensitive()).isFalse();
        assertThat(system.versionAlgorithm()).isEqualTo("semver");
        assertThat(system.filters().get(0).operators()).containsExactly("=", "in");
    }

    @Test
    void readsTheVersionAlgorithmFromTheExtensionOfR4() {
        TableCodeSystem read = read(
                """
                {'resourceType':'CodeSystem','url':'u','content':'complete','extension':[
                 {'url':'http://hl7.org/fhir/StructureDefinition/artifact-versionAlgorithm',
                  'valueCoding':{'code':'integer'}}]}""");
        assertThat(read.description().versionAlgorithm()).isEqualTo("integer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceType':'CodeSystem','url':'u','content':'complete','concept':[%s]}",
                "{'concept':[%s],'content':'complete','url':'u','resourceType':'CodeSystem'}",
            })
    void readsConceptsBeforeAndAfterTheirDescription(String resource) {
        TableCodeSystem read = read(
                resource.formatted(
                        "{'code':'a','display':'A','concept':[{'code':'b','concept':[{'code':'c'}]},{'code':'d'}]},{'code':'e'}"));
        assertThat(tree(read)).containsExactly("a=A", "a>b=null", "b>c=null", "a>d=null", "e=null");
    }

    @Test
    void readsAResourceInsideAnother() {
        String json = "{'concept':[{'code':'a','concept':[{'code':'b'}]}],'content':'complete','url':'u',"
                + "'resourceType':'CodeSystem'}";
        TableCodeSystem read = CodeSystemReader.readTree(Json.parseText(json.replace('\'', '"')));
        assertThat(tree(read)).containsExactly("a=null", "a>b=null");
    }

    @Test
    void readsElementsThatStandBehindTheChildrenOfTheirConcept() {
        TableCodeSystem read = read(
                """
                {'resourceType':'CodeSystem','url':'u','content':'complete','concept':[
                 {'concept':[{'concept':[{'code':'c'}],'code':'b','display':'B'}],'display':'A','code':'a'}]}""");
        assertThat(tree(read)).containsExactly("a=A", "a>b=B", "b>c=null");
    }

    @Test
    void readsAllThatAConceptMayCarry() {
        Concept row = requireNonNull(
                read("""
                        {'resourceType':'CodeSystem','url':'u','content':'complete','concept':[{'code':'a',
                         'definition':'D','designation':[{'language':'de','use':{'system':'s','code':'u'},'value':'V'}],
                         'property':[{'code':'p','valueCoding':{'system':'s','code':'c'}},{'code':'d','valueDecimal':1.0},
                          {'code':'b','valueBoolean':false}],
                         'extension':[{'url':'http://x/e','valueInteger':6}]}]}""")
                        .find("a"));
        assertThat(row.definition()).isEqualTo("D");
        assertThat(requireNonNull(row.designations().get(0).use()).code()).isEqualTo("u");
        assertThat(row.properties()).extracting(property -> property.value()).containsExactly("c", "1.0", "false");
        assertThat(row.extensions().get(0).value()).isEqualTo("6");
        assertThat(row.extensions().get(0).json()).isEqualTo("{\"url\":\"http://x/e\",\"valueInteger\":6}");
    }

    @Test
    void readsAHierarchyDeeperThanRequestsMayBe() {
        String json = "{'code':'x'}";
        for (int depth = 0; depth < 200; depth++) {
            json = "{'code':'x" + depth + "','concept':[" + json + "]}";
        }
        TableCodeSystem read =
                read("{'resourceType':'CodeSystem','url':'u','content':'complete','concept':[" + json + "]}");
        assertThat(read.all().size()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "'concept':[{'display':'x'}] ! CodeSystem.concept[0].code is missing",
                "'concept':[{'code':'x','concept':[{'code':'y','property':[{'code':'p'}]}]}]"
                        + " ! CodeSystem.concept[0].concept[0].property[0].value[x] is missing",
                "'concept':{} ! CodeSystem.concept: expected an array",
                "'concept':[1] ! CodeSystem.concept[0]: expected an object",
                "'property':[{'code':'p','type':'quantity'}] ! CodeSystem.property[0].type: 'quantity' is not one of code",
                "'concept':[{'code':'x' ! not well-formed JSON",
            })
    void namesTheElementThatIsWrong(String members, String complaint) {
        assertThatThrownBy(() -> read("{'resourceType':'CodeSystem','url':'u','content':'complete'," + members + "}"))
                .isInstanceOf(TerminologyException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void refusesAContentModeThatFhirDoesNotDefine() {
        assertThatThrownBy(() -> read("{'resourceType':'CodeSystem','url':'u','content':'partial'}"))
                .hasMessageContaining("CodeSystem.content: 'partial' is not one of complete, fragment");
    }
}
