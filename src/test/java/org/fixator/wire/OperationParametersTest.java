package org.fixator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fixator.coding.Canonical;
import org.fixator.coding.FhirVersion;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationParametersTest {

    private static OperationParameters read(ParameterTable table, Map<String, List<String>> query) {
        return OperationParameters.read(table, call(table, query, null, false));
    }

    private static OperationParameters read(ParameterTable table, String body) {
        return OperationParameters.read(table, call(table, Map.of(), body, false));
    }

    private static OperationParameters parameters(ParameterTable table, String... parameters) {
        return read(table, "{'resourceType':'Parameters','parameter':[" + String.join(",", parameters) + "]}");
    }

    private static OperationCall call(
            ParameterTable table, Map<String, List<String>> query, @Nullable String body, boolean strict) {
        byte[] bytes = body == null ? null : body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return new OperationCall(
                table.operation(), table.type(), null, FhirVersion.R4, query, bytes, null, null, null, strict);
    }

    private static Integer number(String text) {
        OperationParameters in = read(OperationTables.EXPAND, Map.of("count", List.of(text)));
        return Objects.requireNonNull(in.integer("count"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "-1", "+3", "007", "2147483647", "-2147483648"})
    void readsWholeNumbersOf32Bits(String text) {
        assertThat(number(text)).isEqualTo(Integer.valueOf(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-", "+", "1.0", "1 ", " 1", "x", "1x", "2147483648", "-2147483649", "99999999999", "٣", "--1"})
    void refusesWhatIsNoWholeNumberOf32Bits(String text) {
        assertThatThrownBy(() -> number(text))
                .isInstanceOf(TerminologyException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void readsTheUrl() {
        OperationParameters in = read(
                OperationTables.EXPAND,
                Map.of(
                        "url", List.of("http://x/vs"),
                        "count", List.of("7"),
                        "activeOnly", List.of("true"),
                        "filter", List.of(""),
                        "designation", List.of("de", "urn:ietf:bcp:47|fr"),
                        "system-version", List.of("http://x/cs|1"),
                        "_format", List.of("json"),
                        "unheard-of", List.of("1")));
        assertThat(in.text("url")).isEqualTo("http://x/vs");
        assertThat(in.integer("count")).isEqualTo(7);
        assertThat(in.bool("activeOnly")).isTrue();
        assertThat(in.bool("excludeNested")).isNull();
        assertThat(in.has("filter")).isFalse();
        assertThat(in.texts("designation")).containsExactly("de", "urn:ietf:bcp:47|fr");
        assertThat(in.canonicals("system-version")).containsExactly(new Canonical("http://x/cs", "1"));
    }

    @Test
    void readsACodingInTheUrlAsASearchWritesIt() {
        OperationParameters in = read(OperationTables.LOOKUP, Map.of("coding", List.of("http://x/cs|a")));
        assertThat(Objects.requireNonNull(in.element("coding")).coding().system())
                .isEqualTo("http://x/cs");
    }

    @Test
    void isLiberalInThePrimitiveType() {
        OperationParameters in = parameters(
                OperationTables.EXPAND,
                "{'name':'url','valueString':'http://x/vs'}",
                "{'name':'property','valueString':'definition'}",
                "{'name':'count','valueString':'3'}",
                "{'name':'activeOnly','valueCode':'false'}",
                "{'name':'offset','valueUnsignedInt':0}",
                "{'name':'filter','valueInteger':20697}",
                "{'name':'displayLanguage','valueString':'de'}");
        assertThat(in.integer("count")).isEqualTo(3);
        assertThat(in.bool("activeOnly")).isFalse();
        assertThat(in.text("filter")).isEqualTo("20697");
    }

    @Test
    void takesABareResourceWhereTheOperationAllowsIt() {
        OperationParameters in = read(OperationTables.EXPAND, "{'resourceType':'ValueSet','url':'http://x/vs'}");
        assertThat(Objects.requireNonNull(in.object("valueSet")).path("url").asText())
                .isEqualTo("http://x/vs");
    }

    @Test
    void readsTheNamesThatClientsUse() {
        OperationParameters in = parameters(
                OperationTables.CODE_SYSTEM_VALIDATE_CODE,
                "{'name':'system','valueUri':'http://x/cs'}",
                "{'name':'url','valueUri':'http://x/cs'}",
                "{'name':'valueCoding','valueCoding':{'code':'a'}}");
        assertThat(in.text("url")).isEqualTo("http://x/cs");
        assertThat(in.has("coding")).isTrue();
    }

    @Test
    void laysOneSetOverAnother() {
        OperationParameters defaults = parameters(
                OperationTables.BATCH_VALIDATE_CODE,
                "{'name':'displayLanguage','valueCode':'de'}",
                "{'name':'activeOnly','valueBoolean':true}");
        OperationParameters own =
                parameters(OperationTables.CODE_SYSTEM_VALIDATE_CODE, "{'name':'displayLanguage','valueCode':'fr'}");
        OperationParameters both = own.over(defaults);
        assertThat(both.text("displayLanguage")).isEqualTo("fr");
        assertThat(both.flag("activeOnly")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "{'resourceType':'Parameters','parameter':[{'name':'url','valueUri':'a'},{'name':'url','valueUri':'a'}]}"
                        + " ! 'url' is given more than once",
                "{'resourceType':'Parameters','parameter':[{'name':'contextDirection','valueCode':'incoming'}]}"
                        + " ! 'contextDirection' is not supported",
                "{'resourceType':'Parameters','parameter':[{'name':'count','valueInteger':'x'}]}"
                        + " ! 'count' is a valueInteger with a string; it should be a whole number",
                "{'resourceType':'Parameters','parameter':[{'name':'count','valueString':'x'}]}"
                        + " ! 'count' is 'x'; it should be a whole number",
                "{'resourceType':'Parameters','parameter':[{'name':'count','valueDecimal':1.5}]}"
                        + " ! 'count' is '1.5'; it should be a whole number",
                "{'resourceType':'Parameters','parameter':[{'name':'activeOnly','valueString':'yes'}]}"
                        + " ! 'activeOnly' is 'yes'; it should be true or false",
                "{'resourceType':'Parameters','parameter':[{'name':'activeOnly','valueBoolean':'true'}]}"
                        + " ! 'activeOnly' is a valueBoolean with a string; it should be true or false",
                "{'resourceType':'Parameters','parameter':[{'name':'url','valueBoolean':true}]}"
                        + " ! 'url' is a valueBoolean with a boolean; it should be a uri",
                "{'resourceType':'Parameters','parameter':[{'name':'url'}]} ! 'url' is empty; it should be a uri",
                "{'resourceType':'Parameters','parameter':[{'name':'url','valueCoding':{}}]}"
                        + " ! 'url' is a valueCoding with an object; it should be a uri",
                "{'resourceType':'Parameters','parameter':[{'name':'valueSet','valueUri':'a'}]}"
                        + " ! 'valueSet' is without a resource; it should be a resource of type ValueSet",
                "{'resourceType':'Parameters','parameter':[{'name':'valueSet','resource':{'resourceType':'Patient'}}]}"
                        + " ! 'valueSet' is a resource of type Patient; it should be a resource of type ValueSet",
                "{'resourceType':'Parameters','parameter':[{'name':'tx-resource','resource':{'resourceType':'Bundle'}}]}"
                        + " ! it should be a resource of type CodeSystem, ValueSet, ConceptMap",
                "{'resourceType':'Parameters','parameter':[{'valueUri':'a'}]} ! Parameters.parameter[0].name is missing",
                "{'resourceType':'Parameters','parameter':{}} ! Parameters.parameter: expected an array, found an object",
                "{'resourceType':'Patient'} ! expected a resource of type Parameters, found Patient",
                "{} ! expected a resource of type Parameters, found none",
                "[] ! A FHIR resource is a JSON object; found an array",
                "{'resourceType': ! not well-formed JSON",
                "{'resourceType':'Parameters'} x ! not well-formed JSON",
                "<Parameters/> ! not well-formed JSON",
            })
    void refusesABadBodyAndSaysWhatWouldBeRight(String body, String complaint) {
        assertRefused(() -> read(OperationTables.EXPAND, body), complaint);
    }

    @ParameterizedTest
    @CsvSource({
        "count, x, it should be a whole number",
        "count, 99999999999, it should be a whole number",
        "activeOnly, 1, it should be true or false",
        "contextDirection, incoming, 'contextDirection' is not supported",
        "valueSet, x, it should be a resource in the body of a POST",
    })
    void refusesABadUrl(String name, String value, String complaint) {
        assertRefused(() -> read(OperationTables.EXPAND, Map.of(name, List.of(value))), complaint);
    }

    @Test
    void refusesAParameterGivenTwice() {
        assertRefused(
                () -> read(OperationTables.EXPAND, Map.of("url", List.of("a", "b"))), "'url' is given more than once");
        assertRefused(
                () -> OperationParameters.read(
                        OperationTables.EXPAND,
                        call(
                                OperationTables.EXPAND,
                                Map.of("url", List.of("a")),
                                "{'resourceType':'Parameters','parameter':[{'name':'url','valueUri':'b'}]}",
                                false)),
                "'url' is given more than once");
    }

    @Test
    void refusesDeepNesting() {
        String bomb = "{'a':".repeat(101) + "1" + "}".repeat(101);
        assertRefused(() -> read(OperationTables.EXPAND, bomb), "limit of 100 levels");
    }

    @Test
    void refusesUnknownNamesOnlyWhereTheClientIsStrict() {
        Map<String, List<String>> query = Map.of("contxt", List.of("a"));
        assertThat(read(OperationTables.EXPAND, query).has("url")).isFalse();
        assertRefused(
                () -> OperationParameters.read(OperationTables.EXPAND, call(OperationTables.EXPAND, query, null, true)),
                "'contxt' is not a parameter of ValueSet/$expand, which knows _incomplete, activeOnly");
    }

    private static void assertRefused(ThrowingCallable request, String complaint) {
        assertThatThrownBy(request)
                .isInstanceOf(TerminologyException.class)
                .hasMessageContaining(complaint)
                .extracting(e -> ((TerminologyException) e).status())
                .isEqualTo(400);
    }
}
