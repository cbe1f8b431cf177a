package org.fixator.wire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.fixator.codesystem.CodedValue;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.codesystem.ValidateCodeResult;
import org.fixator.coding.Coding;
import org.fixator.coding.FhirVersion;
import org.fixator.coding.PropertyType;
import org.fixator.issue.Issue;
import org.fixator.issue.IssueType;
import org.fixator.issue.Severity;
import org.fixator.issue.TxIssueType;
import org.fixator.valueset.ExpandResult;
import org.fixator.valueset.StoredExpansion;
import org.fixator.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The suite's responses, read into results and written again. */
class SuiteAnswersTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    /** What the suite adds for its runner, and what answers leave out on purpose. */
    private static final Set<String> LEFT_OUT = Set.of("location", "diagnostics", "fhir_comments");

    @Test
    void writesEveryValidationOfTheSuite() {
        List<String> seen = new ArrayList<>();
        forEachResponse("Parameters", Set.of("validate-code", "cs-validate-code"), (name, expected) -> {
            byte[] actual = ValidateCodeAnswer.of(result(expected)).json();
            assertThat(byName(Json.parse(actual))).as(name).isEqualTo(byName(expected));
            seen.add(name);
        });
        assertThat(seen).hasSizeGreaterThan(300);
    }

    /** The order of parameters means nothing, and the suite's runner sorts them too. */
    private static List<JsonNode> byName(ObjectNode parameters) {
        List<JsonNode> sorted = new ArrayList<>();
        parameters.path("parameter").forEach(sorted::add);
        sorted.sort(Comparator.comparing(parameter -> parameter.path("name").asText()));
        return sorted;
    }

    @Test
    void writesEveryOutcomeOfTheSuite() {
        List<String> seen = new ArrayList<>();
        forEachResponse("OperationOutcome", Set.of("validate-code", "expand", "lookup"), (name, expected) -> {
            byte[] actual = OutcomeCodec.write(issues(expected));
            assertThat(Json.parse(actual)).as(name).isEqualTo(expected);
            seen.add(name);
        });
        assertThat(seen).hasSizeGreaterThan(40);
    }

    @Test
    void writesEveryExpansionOfTheSuite() {
        List<String> seen = new ArrayList<>();
        forEachResponse("ValueSet", Set.of("expand"), (name, expected) -> {
            ExpandResult result = expansion(expected);
            ExpandCodec codec = new ExpandCodec(CLOCK, LargeAnswers.onHalfTheProcessors());
            ObjectNode r5 = Json.parse(codec.answer(result, FhirVersion.R5).json());
            assertThat(comparable(r5)).as(name).isEqualTo(comparable(expected));
            ObjectNode r4 = Json.parse(codec.answer(result, FhirVersion.R4).json());
            assertThat(r4.path("expansion").has("property")).as(name).isFalse();
            StoredExpansion read = requireNonNull(ValueSetReader.read(r4).expansion());
            assertThat(read.contains()).as(name).isEqualTo(result.contains());
            seen.add(name);
        });
        assertThat(seen).hasSizeGreaterThan(150);
    }

    private static ObjectNode comparable(ObjectNode valueSet) {
        ObjectNode copy = valueSet.deepCopy();
        ObjectNode expansion = copy.withObject("expansion");
        expansion.remove(List.of("identifier", "timestamp", "id"));
        copy.remove("meta");
        if (!copy.has("compose")) {
            copy.remove(List.of("contained", "extension", "description")); // parts of the definition
        }
        return copy;
    }

    private static ExpandResult expansion(ObjectNode response) {
        ValueSetDefinition definition = ValueSetReader.read(response);
        Element expansion = requireNonNull(Element.of(response).child("expansion"));
        StoredExpansion stored = requireNonNull(definition.expansion());
        return new ExpandResult(
                definition,
                definition.compose() != null,
                stored.total(),
                expansion.integer("offset"),
                stored.parameters(),
                expansion.map(
                        "property",
                        property -> new PropertyDefinition(
                                property.required("code"), property.nonEmpty("uri"), null, PropertyType.CODE)),
                expansion.extensions(),
                stored.contains());
    }

    private static ValidateCodeResult result(ObjectNode response) {
        JsonNode concept = value(response, "codeableConcept");
        CodedValue value = concept == null
                ? new CodedValue(CodedValue.Form.CODE, List.of(new Coding(null, null, "x", null)), null)
                : concept(concept);
        JsonNode inactive = value(response, "inactive");
        List<String> unknown = new ArrayList<>();
        for (JsonNode parameter : response.path("parameter")) {
            if (parameter.path("name").asText().equals("x-caused-by-unknown-system")) {
                unknown.add(parameter.path("valueCanonical").asText());
            }
        }
        return new ValidateCodeResult(
                requireNonNull(value(response, "result")).asBoolean(),
                text(response, "message"),
                value,
                text(response, "system"),
                text(response, "code"),
                text(response, "version"),
                text(response, "display"),
                text(response, "normalized-code"),
                inactive == null ? null : inactive.asBoolean(),
                text(response, "status"),
                unknown,
                text(response, "x-unknown-system"),
                resource(response));
    }

    private static CodedValue concept(JsonNode concept) {
        Element element = new Element((ObjectNode) concept, null, "codeableConcept", -1);
        return new CodedValue(
                CodedValue.Form.CODEABLE_CONCEPT, element.map("coding", Element::coding), element.nonEmpty("text"));
    }

    private static List<Issue> resource(ObjectNode response) {
        for (JsonNode parameter : response.path("parameter")) {
            if (parameter.has("resource")) {
                return issues(parameter.path("resource"));
            }
        }
        return List.of();
    }

    private static List<Issue> issues(JsonNode outcome) {
        List<Issue> issues = new ArrayList<>();
        for (JsonNode issue : outcome.path("issue")) {
            JsonNode details = issue.path("details");
            String txType = details.path("coding").path(0).path("code").asText(null);
            issues.add(new Issue(
                    Severity.valueOf(constant(issue.path("severity").asText())),
                    IssueType.valueOf(constant(issue.path("code").asText())),
                    txType == null ? null : TxIssueType.valueOf(constant(txType)),
                    issue.path("extension").path(0).path("valueString").asText(null),
                    details.path("text").asText(),
                    issue.path("expression").path(0).asText(null)));
        }
        return issues;
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static @Nullable JsonNode value(ObjectNode response, String name) {
        for (JsonNode parameter : response.path("parameter")) {
            if (parameter.path("name").asText().equals(name)) {
                for (Map.Entry<String, JsonNode> member : parameter.properties()) {
                    if (member.getKey().startsWith("value")) {
                        return member.getValue();
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable String text(ObjectNode response, String name) {
        JsonNode value = value(response, name);
        return value == null ? null : value.asText();
    }

    private static void forEachResponse(String type, Set<String> operations, BiConsumer<String, ObjectNode> visitor) {
        Path root = SuiteFiles.root();
        for (JsonNode test : SuiteFiles.tests()) {
            Path file = root.resolve(test.path("response").asText("none"));
            if (!operations.contains(test.path("operation").asText())
                    || !test.path("mode").asText().matches("general|snomed|omop")
                    || !file.toString().endsWith(".json")
                    || !Files.exists(file)) {
                continue;
            }
            ObjectNode response = SuiteFiles.json(file);
            if (Resources.type(response).equals(type) && !response.toString().contains("$choice")) {
                strip(response);
                removeIssuesWithoutText(response);
                visitor.accept(test.path("name").asText(), response);
            }
        }
    }

    /** A remark of another server that says nothing. */
    private static void removeIssuesWithoutText(ObjectNode outcome) {
        if (outcome.get("issue") instanceof ArrayNode issues) {
            issues.removeIf(issue -> !issue.path("details").has("text"));
        }
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.stream()
                    .filter(name -> name.startsWith("$") || LEFT_OUT.contains(name))
                    .forEach(object::remove);
            object.forEach(SuiteAnswersTest::strip);
        } else if (node instanceof ArrayNode array) {
            array.forEach(SuiteAnswersTest::strip);
        }
    }
}
