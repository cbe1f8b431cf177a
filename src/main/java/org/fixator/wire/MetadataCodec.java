package org.fixator.wire;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.fixator.wire.Capabilities.Condition;
import org.fixator.wire.Capabilities.Feature;
import org.fixator.wire.Capabilities.ServedResource;
import org.fixator.wire.Capabilities.ServedSystem;
import org.fixator.wire.ParameterDefinition.Support;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of itself: CapabilityStatement and TerminologyCapabilities. Clients of HL7's ecosystem read them at
 * every start, so they are small and made to be kept.
 */
public final class MetadataCodec {

    private static final String FEATURE = "http://hl7.org/fhir/uv/application-feature/StructureDefinition/feature";

    /** Operations that FHIR itself defines. */
    private static final Set<String> STANDARD = Set.of(
            "CodeSystem/$lookup",
            "CodeSystem/$validate-code",
            "CodeSystem/$subsumes",
            "ValueSet/$expand",
            "ValueSet/$validate-code",
            "ConceptMap/$translate");

    private MetadataCodec() {}

    /** The CapabilityStatement for {@code /metadata}. */
    public static byte[] capabilityStatement(Capabilities served) {
        JsonBytes json = new JsonBytes(4096);
        json.object().member("resourceType", "CapabilityStatement");
        features(json, served.features());
        MetadataHeader.write(json, served, "CapabilityStatement");
        json.name("instantiates")
                .array()
                .value("http://hl7.org/fhir/CapabilityStatement/terminology-server")
                .endArray();
        MetadataHeader.software(json, served, served.software().releaseDate());
        json.member("fhirVersion", MetadataHeader.release(served.version()))
                .name("format")
                .array()
                .value("application/fhir+json")
                .value("application/fhir+xml")
                .value("json")
                .value("xml")
                .endArray();
        if (served.resources().stream()
                .anyMatch(resource -> resource.interactions().contains("patch"))) {
            json.name("patchFormat")
                    .array()
                    .value("application/json-patch+json")
                    .value("application/fhir+json")
                    .endArray();
        }
        rest(json, served);
        return json.endObject().bytes();
    }

    private static void features(JsonBytes json, List<Feature> features) {
        if (features.isEmpty()) {
            return;
        }
        json.name("extension").array();
        for (Feature feature : features) {
            json.object()
                    .name("extension")
                    .array()
                    .object()
                    .member("url", "definition")
                    .member("valueCanonical", feature.definition())
                    .endObject()
                    .object()
                    .member("url", "value");
            boolean truth = feature.value().equals("true") || feature.value().equals("false");
            FhirJson.value(json, truth ? "valueBoolean" : "valueString", feature.value());
            json.endObject().endArray().member("url", FEATURE).endObject();
        }
        json.endArray();
    }

    private static void rest(JsonBytes json, Capabilities served) {
        json.name("rest").array().object().member("mode", "server");
        json.name("security")
                .object()
                .member("cors", true)
                .name("service")
                .array()
                .object()
                .member("text", "Bearer token for everything that changes something")
                .endObject()
                .endArray()
                .endObject();
        json.name("resource").array();
        served.resources().forEach(resource -> resource(json, resource, served));
        json.endArray();
        interactions(json, served.interactions());
        operations(json, served, "");
        json.endObject().endArray();
    }

    private static void resource(JsonBytes json, ServedResource resource, Capabilities served) {
        json.object().member("type", resource.type());
        interactions(json, resource.interactions());
        conditions(json, resource.conditions());
        if (!resource.searches().isEmpty()) {
            json.name("searchParam").array();
            resource.searches().forEach(search -> json.object()
                    .member("name", search.name())
                    .member("type", search.type())
                    .endObject());
            json.endArray();
        }
        operations(json, served, resource.type());
        json.endObject();
    }

    private static void interactions(JsonBytes json, List<String> codes) {
        if (codes.isEmpty()) {
            return;
        }
        json.name("interaction").array();
        codes.forEach(code -> json.object().member("code", code).endObject());
        json.endArray();
    }

    private static void conditions(JsonBytes json, Set<Condition> conditions) {
        if (conditions.contains(Condition.CREATE)) {
            json.member("conditionalCreate", true);
        }
        if (conditions.contains(Condition.READ)) {
            json.member("conditionalRead", "not-match");
        }
        if (conditions.contains(Condition.UPDATE)) {
            json.member("conditionalUpdate", true);
        }
        if (conditions.contains(Condition.DELETE)) {
            json.member("conditionalDelete", "single");
        }
    }

    private static void operations(JsonBytes json, Capabilities served, String type) {
        List<ParameterTable> operations = served.operations().stream()
                .filter(table -> table.type().equals(type))
                .toList();
        if (operations.isEmpty()) {
            return;
        }
        json.name("operation").array();
        operations.forEach(table -> json.object()
                .member("name", table.operation().substring(1))
                .member("definition", definition(table, served.base()))
                .member(
                        "documentation",
                        "Parameters that are read here: " + OperationDefinitionCodec.url(table, served.base()))
                .endObject());
        json.endArray();
    }

    /** Canonical of an operation's definition: FHIR's own, or this server's. */
    static String definition(ParameterTable table, String base) {
        String standard = standardDefinition(table);
        return standard == null ? OperationDefinitionCodec.url(table, base) : standard;
    }

    /** Canonical of FHIR's own definition; {@code null} for an operation that FHIR does not define. */
    static @Nullable String standardDefinition(ParameterTable table) {
        String name = table.operation().substring(1);
        if (STANDARD.contains(table.label())) {
            return "http://hl7.org/fhir/OperationDefinition/" + table.type() + "-" + name;
        }
        return switch (name) {
            case "versions" -> "http://hl7.org/fhir/OperationDefinition/CapabilityStatement-versions";
            case "closure" -> "http://hl7.org/fhir/OperationDefinition/ConceptMap-closure";
            default -> null;
        };
    }

    /** The TerminologyCapabilities for {@code /metadata?mode=terminology}. */
    public static byte[] terminologyCapabilities(Capabilities served) {
        JsonBytes json = new JsonBytes(4096 + 128 * served.systems().size());
        json.object().member("resourceType", "TerminologyCapabilities");
        MetadataHeader.write(json, served, "TerminologyCapabilities");
        MetadataHeader.software(json, served, null); // it has no date there
        if (!served.systems().isEmpty()) {
            json.name("codeSystem").array();
            served.systems()
                    .forEach(system -> system(json, system, served.version().isR5()));
            json.endArray();
        }
        expansion(json);
        json.name("validateCode").object().member("translations", true).endObject();
        json.name("translation").object().member("needsMap", false).endObject();
        json.name("closure").object().member("translation", false).endObject();
        return json.endObject().bytes();
    }

    private static void system(JsonBytes json, ServedSystem system, boolean r5) {
        json.object().member("uri", system.url());
        if (!system.versions().isEmpty()) {
            json.name("version").array();
            for (int i = 0; i < system.versions().size(); i++) {
                json.object()
                        .member("code", system.versions().get(i))
                        .member("isDefault", i == 0)
                        .endObject();
            }
            json.endArray();
        }
        if (r5) {
            json.member("content", system.content().code());
        }
        json.member("subsumption", system.subsumption()).endObject();
    }

    private static void expansion(JsonBytes json) {
        json.name("expansion")
                .object()
                .member("hierarchical", true)
                .member("paging", true)
                .name("parameter")
                .array();
        OperationTables.EXPAND.definitions().stream()
                .filter(parameter -> parameter.support() == Support.USED)
                .sorted(Comparator.comparing(ParameterDefinition::name))
                .forEach(parameter -> json.object()
                        .member("name", parameter.name())
                        .member("documentation", parameter.documentation())
                        .endObject());
        json.endArray()
                .member(
                        "textFilter",
                        "Each word of the text must begin a word of the code, the display or a designation")
                .endObject();
    }
}
