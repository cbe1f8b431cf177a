package org.fixator.wire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.conceptmap.ConceptMapDefinition;
import org.fixator.conceptmap.DependsOn;
import org.fixator.conceptmap.MapGroup;
import org.fixator.conceptmap.Relationship;
import org.fixator.issue.TerminologyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConceptMapReaderTest {

    private static ConceptMapDefinition read(String json) {
        return ConceptMapReader.read(Json.parseText(json.replace('\'', '"')));
    }

    private static MapGroup group(String json) {
        return read("{'resourceType':'ConceptMap','group':[" + json + "]}")
                .groups()
                .get(0);
    }

    @Test
    void readsTheShapeOfR4() {
        ConceptMapDefinition map = read(
                """
                {'resourceType':'ConceptMap','url':'http://x/cm','sourceUri':'http://x/s','targetCanonical':'http://x/t',
                 'extension':[{'url':'https://any.example/StructureDefinition/relation-not-translation',
                  'valueString':'These are relations'}],
                 'group':[{'source':'http://x/a','sourceVersion':'1','target':'http://x/b',
                 'element':[{'code':'1','target':[{'code':'2','equivalence':'wider','comment':'c',
                  'dependsOn':[{'property':'http://x/side','system':'http://x/m|3','value':'RT'}],
                  'product':[{'property':'http://x/p','value':'text'}]},{'equivalence':'unmatched'}]}],
                 'unmapped':{'mode':'other-map','url':'http://x/other'}}]}""");
        assertThat(map.sourceScope()).isEqualTo("http://x/s");
        assertThat(map.targetScope()).isEqualTo("http://x/t");
        assertThat(map.message()).isEqualTo("These are relations");
        MapGroup group = map.groups().get(0);
        assertThat(group.source()).isEqualTo(new Canonical("http://x/a", "1"));
        assertThat(group.unmapped()).isEqualTo(new MapGroup.Unmapped("other-map", null, null, "http://x/other", null));
        assertThat(group.elements().get(0).targets().get(1).code()).isNull();
        assertThat(group.elements().get(0).targets().get(0)).satisfies(target -> {
            assertThat(target.relationship()).isEqualTo(Relationship.WIDER);
            assertThat(target.dependsOn())
                    .containsExactly(new DependsOn(
                            "http://x/side", "valueCoding", "RT", new Coding("http://x/m", "3", "RT", null)));
            assertThat(target.products()).containsExactly(new DependsOn("http://x/p", "valueString", "text", null));
        });
    }

    @Test
    void readsTheShapeOfR5() {
        MapGroup group = group(
                """
                {'source':'http://x/a|1','target':'http://x/b',
                 'element':[{'code':'0','noMap':true},{'code':'1','target':[
                 {'code':'2','relationship':'source-is-broader-than-target','property':[{'code':'p','valueInteger':3}],
                  'dependsOn':[{'attribute':'side','valueCoding':{'system':'http://x/m','code':'RT'}},
                   {'attribute':'n','valueBoolean':true},{'attribute':'q','valueQuantity':{'value':1.50}}]}]}],
                 'unmapped':{'mode':'fixed','code':'temp','relationship':'related-to'}}""");
        assertThat(group.source()).isEqualTo(new Canonical("http://x/a", "1"));
        assertThat(group.elements().get(0).noMap()).isTrue();
        assertThat(requireNonNull(group.unmapped()).relationship()).isEqualTo(Relationship.RELATEDTO);
        assertThat(group.elements().get(1).targets().get(0)).satisfies(target -> {
            assertThat(target.relationship()).isEqualTo(Relationship.NARROWER);
            assertThat(target.properties().get(0).value()).isEqualTo("3");
            assertThat(target.dependsOn())
                    .containsExactly(
                            new DependsOn("side", "valueCoding", "RT", Coding.of("http://x/m", "RT")),
                            new DependsOn("n", "valueBoolean", "true", null),
                            new DependsOn("q", "valueQuantity", "1.50", null));
        });
    }

    @Test
    void namesPropertiesByTheUriThatTheMapDeclares() {
        ConceptMapDefinition map = read(
                """
                {'resourceType':'ConceptMap','property':[{'code':'p','uri':'http://x/p','type':'code'}],
                 'group':[{'element':[{'code':'1','target':[{'code':'2','relationship':'equivalent',
                 'property':[{'code':'p','valueCode':'v'},{'code':'q','valueCode':'w'}]}]}]}]}""");
        assertThat(map.groups().get(0).elements().get(0).targets().get(0).properties())
                .extracting(property -> property.code())
                .containsExactly("http://x/p", "q");
    }

    @ParameterizedTest
    @ValueSource(strings = {"extension", "modifierExtension"})
    void prefersTheFinerEquivalenceThatR5CarriesAsExtension(String member) {
        MapGroup group = group(
                """
                {'element':[{'code':'1','target':[{'code':'2','relationship':'source-is-narrower-than-target',
                 '%s':[{'url':
                  'http://hl7.org/fhir/1.0/StructureDefinition/extension-ConceptMap.element.target.equivalence',
                  'valueCode':'subsumes'}]}]}]}"""
                        .formatted(member));
        assertThat(group.elements().get(0).targets().get(0).relationship()).isEqualTo(Relationship.SUBSUMES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "{'code':'1','target':[{'code':'2'}]}"
                        + " ! ConceptMap.group[0].element[0].target[0].equivalence (R4) or relationship (R5) is missing",
                "{'code':'1','target':[{'code':'2','equivalence':'like'}]} ! 'like' is not one of relatedto, equivalent",
                "{'code':'1','target':[{'code':'2','relationship':'wider'}]} ! 'wider' is not one of related-to",
                "{'display':'1'} ! ConceptMap.group[0].element[0].code is missing",
                "{'code':'1','target':[{'code':'2','equivalence':'equal','dependsOn':[{'attribute':'a'}]}]}"
                        + " ! dependsOn[0].value[x] is missing",
            })
    void refusesWhatIsNotAMapping(String element, String complaint) {
        assertThatThrownBy(() -> group("{'element':[" + element + "]}"))
                .isInstanceOf(TerminologyException.class)
                .hasMessageContaining(complaint);
    }
}
