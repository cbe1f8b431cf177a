package org.fixator.wire;

import java.util.List;
import java.util.Map;
import org.fixator.coding.FhirVersion;

/**
 * The CapabilityStatement of a terminology server.
 *
 * @see <a href="https://hl7.org/fhir/R4/capabilitystatement.html">CapabilityStatement</a>
 */
public final class CapabilityStatementCodec {

    private static final String FEATURE = "http://hl7.org/fhir/uv/application-feature/StructureDefinition/feature";

    private static final Map<String, List<String>> OPERATIONS = Map.of(
            "CodeSystem", List.of("lookup", "validate-code", "subsumes"),
            "ValueSet", List.of("expand", "validate-code"),
            "ConceptMap", List.of("translate"),
            "NamingSystem", List.of());

    /** Operations of the system, with their definitions. */
    private static final Map<String, String> SYSTEM_OPERATIONS = Map.of(
            "versions", "http://hl7.org/fhir/OperationDefinition/CapabilityStatement-versions",
            "cache-control", "http://hl7.org/fhir/tools/OperationDefinition/cache-control",
            "batch-validate-code", "http://hl7.org/fhir/tools/OperationDefinition/batch-validate-code");

    private static final List<String> INTERACTIONS =
            List.of("read", "vread", "search-type", "history-instance", "create", "update", "delete");

    private CapabilityStatementCodec() {}

    public static byte[] write(ServerFacts server, FhirVersion version) {
        JsonBytes json = new JsonBytes(8192);
        json.object().member("resourceType", "CapabilityStatement");
        features(json, server);
        json.member("url", server.url() + "/CapabilityStatement/" + server.name())
                .member("version", server.version())
                .member("name", server.name() + "CapabilityStatement")
                .member("title", server.title())
                .member("status", "active")
                .member("date", server.releaseDate())
                .member("kind", "instance")
                .name("instantiates")
                .array()
                .value("http://hl7.org/fhir/CapabilityStatement/terminology-server")
                .endArray();
        json.name("software")
                .object()
                .member("name", server.title())
                .member("version", server.version())
                .member("releaseDate", server.releaseDate())
                .endObject();
        json.name("implementation")
                .object()
                .member("description", server.title())
                .endObject();
        json.member("fhirVersion", fhirVersion(version)).name("format").array();
        List.of("application/fhir+json", "json", "application/fhir+xml", "xml").forEach(json::value);
        json.endArray().name("rest").array();
        rest(json);
        json.endArray().endObject();
        return json.bytes();
    }

    private static void features(JsonBytes json, ServerFacts server) {
        if (server.features().isEmpty()) {
            return;
        }
        json.name("extension").array();
        server.features().forEach((definition, value) -> {
            json.object().member("url", FEATURE).name("extension").array();
            json.object()
                    .member("url", "definition")
                    .member("valueCanonical", definition)
                    .endObject();
            json.object().member("url", "value");
            if (value.equals("true") || value.equals("false")) {
                json.member("valueBoolean", Boolean.parseBoolean(value));
            } else {
                json.member("valueCode", value);
            }
            json.endObject().endArray().endObject();
        });
        json.endArray();
    }

    private static void rest(JsonBytes json) {
        json.object().member("mode", "server");
        json.name("security")
                .object()
                .member("cors", true)
                .name("service")
                .array()
                .object();
        json.name("coding")
                .array()
                .object()
                .member("system", "http://terminology.hl7.org/CodeSystem/restful-security-service")
                .member("code", "OAuth")
                .endObject()
                .endArray();
        json.member("text", "Reading is open; whatever changes anything needs a bearer token")
                .endObject()
                .endArray()
                .endObject();
        json.name("resource").array();
        List.of("CodeSystem", "ValueSet", "ConceptMap", "NamingSystem").forEach(type -> resource(json, type));
        json.endArray().name("interaction").array();
        List.of("transaction", "batch")
                .forEach(code -> json.object().member("code", code).endObject());
        json.endArray().name("operation").array();
        List.of("versions", "cache-control", "batch-validate-code")
                .forEach(name -> operation(json, name, SYSTEM_OPERATIONS.getOrDefault(name, "")));
        json.endArray().endObject();
    }

    private static void resource(JsonBytes json, String type) {
        json.object().member("type", type).name("interaction").array();
        INTERACTIONS.forEach(code -> json.object().member("code", code).endObject());
        json.endArray().member("versioning", "versioned").member("conditionalCreate", true);
        json.name("searchParam").array();
        search(json, "url", "uri");
        search(json, "version", "token");
        search(json, "name", "string");
        search(json, "status", "token");
        json.endArray();
        List<String> operations = OPERATIONS.getOrDefault(type, List.of());
        if (!operations.isEmpty()) {
            json.name("operation").array();
            operations.forEach(
                    name -> operation(json, name, "http://hl7.org/fhir/OperationDefinition/" + type + "-" + name));
            json.endArray();
        }
        json.endObject();
    }

    private static void search(JsonBytes json, String name, String type) {
        json.object().member("name", name).member("type", type).endObject();
    }

    private static void operation(JsonBytes json, String name, String definition) {
        json.object().member("name", name).member("definition", definition).endObject();
    }

    private static String fhirVersion(FhirVersion version) {
        return switch (version) {
            case R4 -> "4.0.1";
            case R4B -> "4.3.0";
            case R5 -> "5.0.0";
        };
    }
}
