package org.fixator.wire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fixator.coding.Canonical;
import org.fixator.issue.TerminologyException;
import org.fixator.valueset.Include;
import org.fixator.valueset.ValueSetDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueSetReaderTest {

    private static ValueSetDefinition read(String json) {
        return ValueSetReader.read(Json.parseText(json.replace('\'', '"')));
    }

    @Test
    void readsComposeWithEverythingAnIncludeMayHold() {
        ValueSetDefinition set = read(
                """
                {'resourceType':'ValueSet','url':'http://x/vs','version':'1','status':'active','experimental':true,
                 'compose':{'inactive':false,'lockedDate':'2020-01-01','property':['definition'],
                  'include':[{'system':'http://x/cs','version':'2.x',
                   'concept':[{'code':'a','display':'A','designation':[{'language':'de','value':'Ah'}]}],
                   'filter':[{'property':'concept','op':'is-a','value':''}],'valueSet':['http://x/other|3']}],
                  'exclude':[{'system':'http://x/cs'}]}}""");
        assertThat(set.canonical()).isEqualTo(new Canonical("http://x/vs", "1"));
        assertThat(set.experimental()).isTrue();
        Include include = requireNonNull(set.compose()).include().get(0);
        assertThat(include.version()).isEqualTo("2.x");
        assertThat(include.concepts()).singleElement().satisfies(concept -> {
            assertThat(concept.display()).isEqualTo("A");
            assertThat(concept.designations().get(0).language()).isEqualTo("de");
        });
        assertThat(include.filters().get(0).value()).isEmpty();
        assertThat(include.valueSets()).containsExactly(new Canonical("http://x/other", "3"));
        assertThat(requireNonNull(set.compose()).exclude().get(0).concepts()).isNull();
        assertThat(requireNonNull(set.compose()).inactive()).isFalse();
        assertThat(requireNonNull(set.compose()).properties()).containsExactly("definition");
    }

    @Test
    void readsExpansionPropertiesOfTheComposeFromTheExtensionOfR4() {
        ValueSetDefinition set = read(
                """
                {'resourceType':'ValueSet','compose':{'extension':[
                 {'url':'http://hl7.org/fhir/5.0/StructureDefinition/extension-ValueSet.compose.property',
                  'valueString':'prop'}],'include':[{'system':'http://x/cs'}]}}""");
        assertThat(set.canonical()).isNull();
        assertThat(requireNonNull(set.compose()).properties()).containsExactly("prop");
    }

    @Test
    void readsWhatExtensionsAskFor() {
        ValueSetDefinition set = read(
                """
                {'resourceType':'ValueSet','url':'http://x/vs','extension':[
                 {'url':'http://hl7.org/fhir/StructureDefinition/valueset-supplement','valueCanonical':'http://x/sup|1'},
                 {'url':'http://hl7.org/fhir/StructureDefinition/structuredefinition-standards-status',
                  'valueCode':'deprecated'}],
                 'compose':{'extension':[
                 {'url':'http://hl7.org/fhir/StructureDefinition/valueset-expansion-parameter','extension':[
                  {'url':'name','valueCode':'displayLanguage'},{'url':'value','valueCode':'de'}]}],
                 'include':[{'system':'http://x/cs'}]}}""");
        assertThat(set.supplements()).containsExactly(new Canonical("http://x/sup", "1"));
        assertThat(set.standardsStatus()).isEqualTo("deprecated");
        assertThat(set.expansionParameters()).singleElement().satisfies(parameter -> {
            assertThat(parameter.name()).isEqualTo("displayLanguage");
            assertThat(parameter.value()).isEqualTo("de");
        });
        assertThat(set.extensions()).hasSize(2);
    }

    @Test
    void readsStoredExpansionsOfBothReleases() {
        ValueSetDefinition set = read(
                """
                {'resourceType':'ValueSet','expansion':{'total':1,'contains':[
                 {'abstract':true,'contains':[{'system':'http://x/cs','code':'a',
                  'property':[{'code':'weight','valueDecimal':1.20}],'extension':[
                  {'url':'http://hl7.org/fhir/5.0/StructureDefinition/extension-ValueSet.expansion.contains.property',
                   'extension':[{'url':'code','valueCode':'status'},{'url':'value','valueCode':'retired'}]}]}]}]}}""");
        assertThat(requireNonNull(set.expansion())
                        .contains()
                        .get(0)
                        .contains()
                        .get(0)
                        .properties())
                .extracting(property -> property.code() + "=" + property.value())
                .containsExactly("weight=1.20", "status=retired");
    }

    @Test
    void keepsTheSourceWithoutNarrativeAndItsLongPartsLast() {
        ValueSetDefinition set = read(
                """
                {'resourceType':'ValueSet','compose':{'include':[{'system':'http://x/cs'}]},
                 'text':{'status':'generated','div':'<div/>'},'url':'http://x/vs','contained':[
                 {'resourceType':'ValueSet','id':'c','url':'http://x/c'},{'resourceType':'Patient','id':'p'}]}""");
        assertThat(set.source().json())
                .doesNotContain("div")
                .endsWith("\"compose\":{\"include\":[{\"system\":\"http://x/cs\"}]}}");
        assertThat(set.contained())
                .singleElement()
                .extracting(ValueSetDefinition::id)
                .isEqualTo("c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "{'resourceType':'CodeSystem'} ! expected a resource of type ValueSet, found CodeSystem",
                "{'resourceType':'ValueSet','url':1} ! ValueSet.url: expected a string, found a number",
                "{'resourceType':'ValueSet','compose':[]} ! ValueSet.compose: expected an object, found an array",
                "{'resourceType':'ValueSet','compose':{'include':[{},{'concept':[{'display':'x'}]}]}}"
                        + " ! ValueSet.compose.include[1].concept[0].code is missing",
                "{'resourceType':'ValueSet','compose':{'include':[{'filter':{}}]}}"
                        + " ! ValueSet.compose.include[0].filter: expected an array, found an object",
                "{'resourceType':'ValueSet','compose':{'inactive':'yes'}}"
                        + " ! ValueSet.compose.inactive: expected true or false, found a string",
                "{'resourceType':'ValueSet','a':1,'a':2} ! Duplicate field 'a'",
            })
    void refusesWhatIsNotAValueSet(String json, String complaint) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(TerminologyException.class)
                .hasMessageContaining(complaint)
                .extracting(e -> ((TerminologyException) e).status())
                .isEqualTo(400);
    }
}
