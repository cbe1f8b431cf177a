package org.fixator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.fixator.codesystem.Budget;
import org.fixator.codesystem.VersionRules;
import org.fixator.coding.Canonical;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.fixator.coding.Languages;
import org.fixator.coding.Property;
import org.fixator.issue.Issue;
import org.fixator.issue.TerminologyException;
import org.fixator.valueset.ExpandOperation;
import org.fixator.valueset.ExpandRequest;
import org.fixator.valueset.ExpandResult;
import org.fixator.valueset.ExpandedConcept;
import org.fixator.valueset.ValueSetCompiler;
import org.fixator.valueset.ValueSetDefinition;
import org.hl7.fhir.r5.test.utils.CompareUtilities;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The expansions of HL7's suite, without a server: set-up in memory, results compared as its own runner does. */
class SuiteExpansionTest {

    private static final String CORE = "4.0.1";

    private final Path root = SuiteFiles.root();
    private final Map<String, SuiteCatalog> catalogs = new HashMap<>();

    @Test
    void everyExpansionIsAsTheSuiteExpectsIt() {
        Map<String, JsonNode> suites = new HashMap<>();
        SuiteFiles.json(root.resolve("test-cases.json"))
                .path("suites")
                .forEach(suite -> suites.put(suite.path("name").asText(), suite));
        List<String> failures = new ArrayList<>();
        int run = 0;
        for (JsonNode test : SuiteFiles.tests()) {
            if (test.path("operation").asText().equals("expand")
                    && test.path("mode").asText().equals("general")) {
                String suite = test.path("suite").asText();
                String difference = difference(test, Objects.requireNonNull(suites.get(suite)));
                run++;
                if (difference != null) {
                    failures.add(suite + "/" + test.path("name").asText() + ": " + difference);
                }
            }
        }
        assertThat(run).isGreaterThan(100);
        assertThat(failures).isEmpty();
    }

    /** What tests use of FHIR's own code systems and value sets, which the set-up does not bring. */
    private static void addCore(SuiteCatalog catalog) {
        addCore(catalog, "administrative-gender", "Male", "Female", "Other", "Unknown");
        addCore(catalog, "publication-status", "Draft", "Active", "Retired", "Unknown");
    }

    private static void addCore(SuiteCatalog catalog, String name, String... displays) {
        ObjectNode system = JsonNodeFactory.instance.objectNode().put("resourceType", "CodeSystem");
        system.put("url", "http://hl7.org/fhir/" + name).put("version", CORE).put("status", "active");
        system.put("content", "complete");
        for (String display : displays) {
            system.withArray("concept")
                    .addObject()
                    .put("code", display.toLowerCase(Locale.ROOT))
                    .put("display", display);
        }
        catalog.add(system);
        ObjectNode valueSet = JsonNodeFactory.instance.objectNode().put("resourceType", "ValueSet");
        valueSet.put("url", "http://hl7.org/fhir/ValueSet/" + name)
                .put("version", CORE)
                .put("status", "active");
        valueSet.putObject("compose").withArray("include").addObject().put("system", "http://hl7.org/fhir/" + name);
        catalog.add(valueSet);
    }

    private @Nullable String difference(JsonNode test, JsonNode suite) {
        try {
            return expand(test, suite);
        } catch (Exception | AssertionError e) {
            return e + " at " + e.getStackTrace()[0];
        }
    }

    private @Nullable String expand(JsonNode test, JsonNode suite) throws Exception {
        SuiteCatalog catalog =
                new SuiteCatalog(catalogs.computeIfAbsent(suite.path("name").asText(), name -> {
                    SuiteCatalog setUp = new SuiteCatalog();
                    addCore(setUp);
                    suite.path("setup").forEach(file -> setUp.add(SuiteFiles.json(root.resolve(file.asText()))));
                    return setUp;
                }));
        ObjectNode request = SuiteFiles.json(root.resolve(test.path("request").asText()));
        if (test.has("profile")) {
            SuiteFiles.json(root.resolve(test.path("profile").asText()))
                    .path("parameter")
                    .forEach(((ArrayNode) request.get("parameter"))::add);
        }
        OperationParameters in = OperationParameters.of(OperationTables.EXPAND, request, false);
        in.objects("tx-resource").forEach(catalog::add);
        ObjectNode expected = SuiteFiles.json(root.resolve(test.path("response").asText()));
        ObjectNode actual = run(in, test, catalog);
        Set<String> modes = new HashSet<>(Set.of("general"));
        String difference = new CompareUtilities(modes, null)
                .checkJsonSrcIsSame(
                        "id", expected.toString().replace("|$version$", "|" + CORE), actual.toString(), false);
        return difference == null ? null : difference + "\n  expected " + expected + "\n  actual   " + actual;
    }

    private ObjectNode run(OperationParameters in, JsonNode test, SuiteCatalog catalog) {
        try {
            ValueSetCompiler compiler =
                    new ValueSetCompiler(catalog.codeSystems(), catalog.valueSets(), Budget.UNLIMITED);
            ExpandOperation operation = new ExpandOperation(catalog.codeSystems(), compiler, Budget.UNLIMITED);
            return json(operation.run(request(in, test, catalog)));
        } catch (TerminologyException e) {
            assertThat(e.status()).isBetween(400, 499);
            return json(e);
        }
    }

    private static ExpandRequest request(OperationParameters in, JsonNode test, SuiteCatalog catalog) {
        ObjectNode inline = in.object("valueSet");
        ValueSetDefinition valueSet;
        if (inline == null) {
            Canonical url = Canonical.parse(in.required("url"));
            String version = url.version() == null ? in.text("valueSetVersion") : url.version();
            valueSet = Objects.requireNonNull(catalog.valueSets().find(url.url(), version));
        } else {
            valueSet = ValueSetReader.read(inline);
        }
        return new ExpandRequest(
                valueSet,
                in.text("filter"),
                in.integer("offset"),
                in.integer("count"),
                in.bool("activeOnly"),
                in.bool("excludeNested"),
                in.bool("includeDesignations"),
                in.bool("includeDefinition"),
                in.bool("excludeNotForUI"),
                in.bool("excludePostCoordinated"),
                in.texts("property"),
                in.texts("designation"),
                languages(in.text("displayLanguage")),
                languages(test.path("Accept-Language").asText(null)),
                new VersionRules(
                        in.canonicals("system-version"),
                        in.canonicals("check-system-version"),
                        in.canonicals("force-system-version"),
                        in.canonicals("default-valueset-version")),
                in.canonicals("useSupplement"),
                in.canonicals("exclude-system"),
                null);
    }

    private static Languages languages(@Nullable String text) {
        return text == null ? Languages.NONE : Languages.parse(text);
    }

    private static ObjectNode json(TerminologyException refusal) {
        ObjectNode outcome = JsonNodeFactory.instance.objectNode().put("resourceType", "OperationOutcome");
        for (Issue issue : refusal.issues()) {
            ObjectNode json = outcome.withArray("issue").addObject();
            if (issue.messageId() != null) {
                json.withArray("extension")
                        .addObject()
                        .put("url", "http://hl7.org/fhir/StructureDefinition/operationoutcome-message-id")
                        .put("valueString", issue.messageId());
            }
            json.put("severity", issue.severity().code());
            json.put("code", issue.type().code());
            ObjectNode details = json.putObject("details");
            if (issue.txType() != null) {
                details.withArray("coding")
                        .addObject()
                        .put("system", "http://hl7.org/fhir/tools/CodeSystem/tx-issue-type")
                        .put("code", issue.txType().code());
            }
            details.put("text", issue.text());
            if (issue.expression() != null) {
                json.withArray("expression").add(issue.expression());
            }
        }
        return outcome;
    }

    private static ObjectNode json(ExpandResult result) {
        ObjectNode valueSet = Json.parse(result.valueSet().source().json().getBytes(StandardCharsets.UTF_8));
        if (!result.includeDefinition()) {
            valueSet.remove(
                    List.of("compose", "contained", "extension", "description", "purpose", "contact", "publisher"));
        }
        valueSet.remove("id");
        if (valueSet.has("extension")) {
            List<JsonNode> extensions = new ArrayList<>();
            valueSet.remove("extension").forEach(extensions::add);
            extensions.sort(
                    Comparator.comparing(extension -> extension.path("url").asText()));
            valueSet.putArray("extension").addAll(extensions);
        }
        ObjectNode expansion = valueSet.putObject("expansion");
        addExtensions(expansion, result.extensions());
        expansion.put("identifier", "urn:uuid:4fe1a0ee-3a4c-4a9e-94ab-2b1e2a0cbfb0");
        expansion.put("timestamp", "2026-11-24T01:02:03.004Z");
        if (result.total() != null) {
            expansion.put("total", result.total());
        }
        if (result.offset() != null) {
            expansion.put("offset", result.offset());
        }
        sorted(result.parameters().stream(), Comparator.comparing(p -> p.name() + " " + p.value()))
                .forEach(parameter -> {
                    ObjectNode json =
                            expansion.withArray("parameter").addObject().put("name", parameter.name());
                    switch (parameter.type()) {
                        case "valueBoolean" -> json.put(parameter.type(), Boolean.valueOf(parameter.value()));
                        case "valueInteger" -> json.put(parameter.type(), Integer.valueOf(parameter.value()));
                        default -> json.put(parameter.type(), parameter.value());
                    }
                });
        sorted(result.properties().stream(), Comparator.comparing(p -> p.uri() == null ? "" : p.uri()))
                .forEach(property -> {
                    ObjectNode json =
                            expansion.withArray("property").addObject().put("code", property.code());
                    if (property.uri() != null) {
                        json.put("uri", property.uri());
                    }
                });
        addContains(expansion, result.contains());
        return valueSet;
    }

    private static <T> List<T> sorted(Stream<T> items, Comparator<T> order) {
        List<T> list = new ArrayList<>(items.toList());
        list.sort(order);
        return list;
    }

    private static void addContains(ObjectNode holder, List<ExpandedConcept> contains) {
        for (ExpandedConcept concept : sorted(contains.stream(), Comparator.comparing(ExpandedConcept::code))) {
            ObjectNode json = holder.withArray("contains").addObject();
            addExtensions(json, concept.extensions());
            json.put("system", concept.system());
            if (concept.isAbstract()) {
                json.put("abstract", true);
            }
            if (concept.inactive()) {
                json.put("inactive", true);
            }
            if (concept.version() != null) {
                json.put("version", concept.version());
            }
            json.put("code", concept.code());
            if (concept.display() != null) {
                json.put("display", concept.display());
            }
            addDesignations(json, concept.designations());
            for (Property property : sorted(concept.properties().stream(), Comparator.comparing(Property::code))) {
                ObjectNode value = json.withArray("property").addObject().put("code", property.code());
                switch (property.type()) {
                    case BOOLEAN -> value.put("valueBoolean", Boolean.valueOf(property.value()));
                    case DECIMAL -> value.put("valueDecimal", new BigDecimal(property.value()));
                    case INTEGER -> value.put("valueInteger", Integer.valueOf(property.value()));
                    default -> value.put(property.type().element(), property.value());
                }
            }
            addContains(json, concept.contains());
        }
    }

    private static void addDesignations(ObjectNode holder, List<Designation> designations) {
        Comparator<Designation> order = (one, other) -> one.language() != null && other.language() != null
                ? one.language().compareTo(other.language())
                : one.value().compareTo(other.value());
        for (Designation designation : sorted(designations.stream(), order)) {
            ObjectNode json = holder.withArray("designation").addObject();
            addExtensions(json, designation.extensions());
            if (designation.language() != null) {
                json.put("language", designation.language());
            }
            if (designation.use() != null) {
                ObjectNode use = json.putObject("use");
                use.put("system", designation.use().system())
                        .put("code", designation.use().code());
                if (designation.use().display() != null) {
                    use.put("display", designation.use().display());
                }
            }
            json.put("value", designation.value());
        }
    }

    /** Those that the suite's runner looks at. */
    private static void addExtensions(ObjectNode holder, List<Extension> extensions) {
        for (Extension extension : sorted(extensions.stream(), Comparator.comparing(Extension::url))) {
            if (!extension.url().contains("unknown-extension-6")) {
                holder.withArray("extension").add(Json.parse(extension.json().getBytes(StandardCharsets.UTF_8)));
            }
        }
    }
}
