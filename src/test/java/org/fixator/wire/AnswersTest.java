package org.fixator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.CodedValue;
import org.fixator.codesystem.LookupResult;
import org.fixator.codesystem.LookupResult.SourcedDesignation;
import org.fixator.codesystem.LookupResult.SourcedProperty;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.codesystem.SubsumesResult;
import org.fixator.codesystem.Subsumption;
import org.fixator.codesystem.ValidateCodeResult;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.coding.ContentMode;
import org.fixator.coding.Designation;
import org.fixator.coding.FhirVersion;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.fixator.issue.Issue;
import org.fixator.issue.IssueType;
import org.fixator.issue.Severity;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.TxIssueType;
import org.fixator.valueset.ExpandResult;
import org.fixator.valueset.ExpandedConcept;
import org.fixator.valueset.ExpansionParameter;
import org.fixator.wire.Capabilities.Condition;
import org.fixator.wire.Capabilities.Feature;
import org.fixator.wire.Capabilities.Search;
import org.fixator.wire.Capabilities.ServedResource;
import org.fixator.wire.Capabilities.ServedSystem;
import org.fixator.wire.Capabilities.Software;
import org.junit.jupiter.api.Test;

/** Answers as clients read them: every one is parsed by HAPI, which refuses what FHIR does not define. */
class AnswersTest {

    private static final CodeSystemDescription SYSTEM = CodeSystemDescription.of(new Canonical("http://x/cs", "2026"));
    private static final Issue ISSUE = new Issue(
            Severity.ERROR,
            IssueType.CODE_INVALID,
            TxIssueType.INVALID_CODE,
            "Unknown_Code",
            "Unknown \"code\"",
            "Coding.code");

    private static String strict(byte[] json, FhirVersion version) {
        FhirContext context = version.isR5() ? FhirContext.forR5Cached() : FhirContext.forR4Cached();
        IParser parser = context.newJsonParser().setParserErrorHandler(new StrictErrorHandler());
        String text = new String(json, StandardCharsets.UTF_8);
        parser.parseResource(text);
        return text;
    }

    private static List<String> names(byte[] json) {
        List<String> names = new ArrayList<>();
        Json.parse(json).path("parameter").forEach(p -> names.add(p.path("name").asText()));
        return names;
    }

    @Test
    void lookupTellsWhatPeopleLookForFirst() {
        List<SourcedProperty> properties = new ArrayList<>();
        Map.of(
                        PropertyType.CODE, "c",
                        PropertyType.STRING, "s",
                        PropertyType.INTEGER, "7",
                        PropertyType.BOOLEAN, "true",
                        PropertyType.DATE_TIME, "2026-10-01",
                        PropertyType.DECIMAL, "1.50")
                .forEach((type, value) ->
                        properties.add(new SourcedProperty(Property.of(type.code(), type, value), null)));
        properties.add(new SourcedProperty(Property.ofCoding("k", new Coding("http://x/o", null, "o", "O")), null));
        properties.add(new SourcedProperty(
                new Property("parent", PropertyType.CODE, "p", null, "Parent"), new Canonical("http://x/sup", "1")));
        LookupResult.Found found = new LookupResult.Found(
                SYSTEM,
                "a",
                "A",
                "Letter A",
                false,
                List.of(new SourcedDesignation(
                        Designation.of("de", Coding.of("http://x/use", "u"), "Ah"),
                        new Canonical("http://x/sup", "1"))),
                properties,
                List.of(new Canonical("http://x/sup", "1")));
        OperationAnswer answer = LookupCodec.answer(found);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(names(answer.json()))
                .startsWith("name", "version", "display", "definition", "code", "system", "abstract", "designation")
                .endsWith("used-supplement");
        String r4 = strict(answer.json(), FhirVersion.R4);
        strict(answer.json(), FhirVersion.R5);
        assertThat(r4)
                .contains("{\"name\":\"code\",\"valueCode\":\"decimal\"},{\"name\":\"value\",\"valueDecimal\":1.50}")
                .contains("{\"name\":\"description\",\"valueString\":\"Parent\"}")
                .contains("{\"name\":\"source\",\"valueCanonical\":\"http://x/sup|1\"}")
                .contains("{\"name\":\"name\",\"valueString\":\"http://x/cs\"}");
    }

    @Test
    void lookupOfAnUnknownCodeIs404() {
        OperationAnswer answer = LookupCodec.answer(new LookupResult.NotFound(List.of(ISSUE)));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(strict(answer.json(), FhirVersion.R4)).contains("OperationOutcome");
    }

    @Test
    void aValueThatIsNoneOfItsTypeIsWrittenAsAString() {
        Property broken = Property.of("n", PropertyType.INTEGER, "seven");
        LookupResult.Found found = new LookupResult.Found(
                SYSTEM, "a", null, null, false, List.of(), List.of(new SourcedProperty(broken, null)), List.of());
        assertThat(strict(LookupCodec.answer(found).json(), FhirVersion.R4))
                .contains("{\"name\":\"value\",\"valueString\":\"seven\"}");
    }

    @Test
    void validationTellsTheVerdictFirst() {
        CodedValue value = new CodedValue(
                CodedValue.Form.CODEABLE_CONCEPT, List.of(new Coding("http://x/cs", "2026", "A", "Ah")), "text");
        ValidateCodeResult result = new ValidateCodeResult(
                false,
                "Unknown",
                value,
                "http://x/cs",
                "A",
                "2026",
                "A",
                "a",
                true,
                "retired",
                List.of("http://x/one", "http://x/two|1"),
                "http://x/three",
                List.of(ISSUE));
        OperationAnswer answer = ValueSetValidateCodeCodec.answer(result);
        assertThat(names(answer.json()))
                .containsExactly(
                        "result",
                        "message",
                        "display",
                        "code",
                        "system",
                        "version",
                        "inactive",
                        "status",
                        "normalized-code",
                        "codeableConcept",
                        "x-caused-by-unknown-system",
                        "x-caused-by-unknown-system",
                        "x-unknown-system",
                        "issues");
        strict(answer.json(), FhirVersion.R5);
        assertThat(strict(answer.json(), FhirVersion.R4))
                .contains("\"expression\":[\"Coding.code\"]")
                .contains("\"text\":\"Unknown \\\"code\\\"\"");
    }

    @Test
    void expansionsCarryPropertiesAsElementsInR5AndAsExtensionsInR4() {
        ExpandResult result = expansion(true);
        ExpandCodec codec = new ExpandCodec(Clock.systemUTC(), LargeAnswers.onHalfTheProcessors());
        JsonNode r5 = Json.parseText(strict(codec.answer(result, FhirVersion.R5).json(), FhirVersion.R5));
        JsonNode r4 = Json.parseText(strict(codec.answer(result, FhirVersion.R4).json(), FhirVersion.R4));
        assertThat(r5.at("/expansion/property/0").toString())
                .isEqualTo("{\"code\":\"status\",\"uri\":\"http://x/status\"}");
        assertThat(r5.at("/expansion/contains/0/property/0/valueCode").asText()).isEqualTo("retired");
        assertThat(r4.at("/expansion/extension/0").toString())
                .isEqualTo("{\"url\":"
                        + "\"http://hl7.org/fhir/5.0/StructureDefinition/extension-ValueSet.expansion.property\","
                        + "\"extension\":[{\"url\":\"uri\",\"valueUri\":\"http://x/status\"},"
                        + "{\"url\":\"code\",\"valueCode\":\"status\"}]}");
        assertThat(r4.at("/expansion/contains/0/extension/0").toString())
                .isEqualTo("{\"url\":\"http://hl7.org/fhir/5.0/StructureDefinition/"
                        + "extension-ValueSet.expansion.contains.property\","
                        + "\"extension\":[{\"url\":\"code\",\"valueCode\":\"status\"},"
                        + "{\"url\":\"value\",\"valueCode\":\"retired\"}]}");
    }

    @Test
    void expansionsRepeatTheDefinitionOnlyWhereAskedAndInTheShapeOfTheRelease() {
        ExpandCodec codec = new ExpandCodec(Clock.systemUTC(), LargeAnswers.onHalfTheProcessors());
        JsonNode without =
                Json.parse(codec.answer(expansion(false), FhirVersion.R5).json());
        assertThat(without.has("compose")).isFalse();
        assertThat(without.has("contained")).isFalse();
        assertThat(without.has("text")).isFalse();
        assertThat(without.path("expansion").path("identifier").asText()).startsWith("urn:uuid:");
        assertThat(without.path("extension")).hasSize(1);
        assertThat(without.at("/extension/0/valueUrl").asText()).isEqualTo("http://x/page");
        JsonNode r5 = Json.parse(codec.answer(expansion(true), FhirVersion.R5).json());
        assertThat(r5.at("/compose/property/0").asText()).isEqualTo("status");
        assertThat(r5.path("copyrightLabel").asText()).isEqualTo("©");
        JsonNode r4 = Json.parse(codec.answer(expansion(true), FhirVersion.R4).json());
        assertThat(r4.has("copyrightLabel")).isFalse();
        assertThat(r4.at("/compose/property").isMissingNode()).isTrue();
        assertThat(r4.at("/compose/extension/0/valueString").asText()).isEqualTo("status");
        assertThat(r4.at("/compose/include/0/copyright").isMissingNode()).isTrue();
        assertThat(r4.path("contained")).hasSize(1);
    }

    private static ExpandResult expansion(boolean definition) {
        String json =
                """
                {"resourceType":"ValueSet","meta":{"versionId":"7"},"url":"http://x/vs","immutable":true,"extension":[
                 {"url":"http://x/other","valueString":"o"},
                 {"url":"http://hl7.org/fhir/StructureDefinition/web-source","valueUrl":"http://x/page"}],
                 "contained":[{"resourceType":"ValueSet","id":"c","status":"active"}],
                 "copyrightLabel":"©","status":"active","text":{"status":"generated","div":"<div/>"},
                 "compose":{"include":[{"system":"http://x/cs","copyright":"C"},{"valueSet":["#c"]}],
                 "property":["status"]}}""";
        ExpandedConcept concept = new ExpandedConcept(
                "http://x/cs",
                "2026",
                "a",
                "A",
                true,
                true,
                List.of(Designation.of("de", null, "Ah")),
                List.of(Property.of("status", PropertyType.CODE, "retired")),
                List.of(),
                List.of());
        return new ExpandResult(
                ValueSetReader.read(Json.parseText(json)),
                definition,
                1,
                0,
                List.of(
                        ExpansionParameter.uri("used-codesystem", "http://x/cs|2026"),
                        ExpansionParameter.bool("excludeNested", true),
                        ExpansionParameter.integer("count", 5)),
                List.of(new PropertyDefinition("status", "http://x/status", null, PropertyType.CODE)),
                List.of(),
                List.of(concept));
    }

    @Test
    void subsumesTellsItsOutcome() {
        byte[] json = SubsumesCodec.answer(new SubsumesResult(Subsumption.SUBSUMED_BY, SYSTEM))
                .json();
        assertThat(strict(json, FhirVersion.R4)).contains("\"name\":\"outcome\",\"valueCode\":\"subsumed-by\"");
    }

    @Test
    void batchesAnswerEachQuestionInItsPlace() {
        OperationCall call = Requests.call(
                OperationTables.BATCH_VALIDATE_CODE,
                null,
                Requests.code("displayLanguage", "de"),
                validation(Requests.coding("coding", "http://x/cs", "a")),
                validation(Requests.coding("coding", "http://x/cs", "a"), Requests.uri("url", "http://x/vs")),
                validation(Requests.uri("url", "http://x/vs")),
                validation(Requests.code("code", "a"), Requests.uri("system", "http://x/cs")));
        OperationParameters in = OperationParameters.read(OperationTables.BATCH_VALIDATE_CODE, call);
        List<BatchValidateCodeCodec.Question> questions =
                BatchValidateCodeCodec.questions(in, call, Requests.RESOURCES);
        assertThat(questions)
                .extracting(question -> question.getClass().getSimpleName())
                .containsExactly("OfCodeSystem", "OfValueSet", "Refused", "OfCodeSystem");
        assertThat(((BatchValidateCodeCodec.OfCodeSystem) questions.get(0))
                        .request()
                        .options()
                        .languages()
                        .source())
                .isEqualTo("de");
        BatchValidateCodeCodec.Refused refused = (BatchValidateCodeCodec.Refused) questions.get(2);
        OperationAnswer answer =
                BatchValidateCodeCodec.answer(List.of(new BatchValidateCodeCodec.Failed(refused.problem())));
        assertThat(strict(answer.json(), FhirVersion.R4)).contains("needs one of the parameters");
    }

    private static String validation(String... parameters) {
        return "{'name':'validation','resource':{'resourceType':'Parameters','parameter':["
                + String.join(",", parameters) + "]}}";
    }

    @Test
    void metadataIsWhatClientsOfTheEcosystemRead() {
        for (FhirVersion version : FhirVersion.values()) {
            Capabilities served = new Capabilities(
                    version,
                    new Software("Fixator", "1.0.0", "2026-11-24"),
                    "http://localhost/fhir",
                    "2026-11-24T12:00:00Z",
                    List.of("batch"),
                    List.of(new ServedResource(
                            "ValueSet",
                            List.of("read", "search-type"),
                            Set.of(Condition.CREATE),
                            List.of(new Search("url", "uri")))),
                    OperationTables.ALL,
                    List.of(Feature.suiteVersion("1.9.3"), Feature.codeSystemAsParameter(true)),
                    List.of(new ServedSystem("http://x/cs", ContentMode.FRAGMENT, List.of("2", "1"), true)));
            JsonNode statement = Json.parseText(strict(MetadataCodec.capabilityStatement(served), version));
            assertThat(statement.path("fhirVersion").asText()).isEqualTo(MetadataHeader.release(version));
            assertThat(statement.at("/extension/1/extension/1/valueBoolean").asBoolean())
                    .isTrue();
            assertThat(statement.at("/rest/0/operation").findValuesAsText("name"))
                    .contains("versions", "cache-control");
            assertThat(statement.at("/rest/0/resource/0/operation").findValuesAsText("name"))
                    .contains("expand");
            assertThat(statement.toString().length()).isLessThan(8000);
            JsonNode terminology = Json.parseText(strict(MetadataCodec.terminologyCapabilities(served), version));
            assertThat(terminology.at("/codeSystem/0/version").findValuesAsText("code"))
                    .containsExactly("2", "1");
            assertThat(terminology.at("/codeSystem/0").has("content")).isEqualTo(version.isR5());
            assertThat(terminology.at("/expansion/parameter").findValuesAsText("name"))
                    .isSorted()
                    .contains(
                            "activeOnly",
                            "cache-id",
                            "check-system-version",
                            "count",
                            "displayLanguage",
                            "excludeNested",
                            "force-system-version",
                            "includeDefinition",
                            "includeDesignations",
                            "offset",
                            "property",
                            "system-version",
                            "tx-resource")
                    .doesNotContain("context", "contextDirection", "diagnostics");
        }
    }

    @Test
    void versionsNameTheReleaseOfTheEndpoint() {
        byte[] json = SystemOperationsCodec.versions(List.of(FhirVersion.R4, FhirVersion.R5), FhirVersion.R5)
                .json();
        assertThat(new String(json, StandardCharsets.UTF_8))
                .contains("{\"name\":\"default\",\"valueString\":\"5.0\"}")
                .contains("{\"name\":\"version\",\"valueString\":\"4.0\"}");
    }

    @Test
    void cacheControlKnowsItsModes() {
        assertThat(cacheControl("start", "{'name':'sealed','valueBoolean':false}")
                        .sealed())
                .isFalse();
        assertThat(cacheControl("end", "{'name':'cache-id','valueString':'c'}").cacheId())
                .isEqualTo("c");
        assertThatThrownBy(() -> cacheControl("stop")).hasMessageContaining("one of start, check, end");
        assertThatThrownBy(() -> cacheControl("check")).hasMessageContaining("needs the header X-Cache-Id");
    }

    private static SystemOperationsCodec.CacheControl cacheControl(String mode, String... parameters) {
        List<String> all = new ArrayList<>(List.of(parameters));
        all.add(Requests.code("mode", mode));
        OperationCall call = Requests.call(OperationTables.CACHE_CONTROL, null, all.toArray(String[]::new));
        return SystemOperationsCodec.cacheControl(OperationParameters.read(OperationTables.CACHE_CONTROL, call), call);
    }

    @Test
    void xmlTakesTheSameWayAsJson() {
        XmlCodec xml = new XmlCodec(new FhirModels());
        byte[] answer = new ExpandCodec(Clock.systemUTC(), LargeAnswers.onHalfTheProcessors())
                .answer(expansion(true), FhirVersion.R4)
                .json();
        byte[] there = xml.toXml(answer, FhirVersion.R4);
        assertThat(new String(there, StandardCharsets.UTF_8)).startsWith("<ValueSet xmlns=\"http://hl7.org/fhir\">");
        assertThat(Json.parse(xml.toJson(there, FhirVersion.R4))).isEqualTo(Json.parse(answer));
    }

    @Test
    void xmlThatIsNoneIsABadRequest() {
        XmlCodec xml = new XmlCodec(new FhirModels());
        for (String text : List.of(
                "<Parameters",
                "{}",
                "<Parameters xmlns=\"http://hl7.org/fhir\"><parameter><name value=\"a\"/>"
                        + "<valueBoolean value=\"maybe\"/></parameter></Parameters>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                        + "<Parameters xmlns=\"http://hl7.org/fhir\"><id value=\"&e;\"/></Parameters>")) {
            assertThatThrownBy(() -> xml.toJson(text.getBytes(StandardCharsets.UTF_8), FhirVersion.R4))
                    .as(text)
                    .isInstanceOf(TerminologyException.class)
                    .extracting(e -> ((TerminologyException) e).status())
                    .isEqualTo(400);
        }
    }
}
