package org.fixator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.fixator.coding.FhirVersion;
import org.fixator.wire.Capabilities;
import org.fixator.wire.Capabilities.Search;
import org.fixator.wire.Capabilities.ServedResource;
import org.fixator.wire.OperationDefinitionCodec;
import org.fixator.wire.ParameterDefinition;
import org.fixator.wire.ParameterKind;
import org.fixator.wire.ParameterTable;

/**
 * The server as OpenAPI describes it, made of what the statement of capabilities is made of.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.0">OpenAPI 3.1</a>
 */
final class OpenApiDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FHIR_JSON = "application/fhir+json";
    private static final String FHIR_XML = "application/fhir+xml";
    private static final Map<ParameterKind, String> TYPES =
            Map.of(ParameterKind.BOOLEAN, "boolean", ParameterKind.INTEGER, "integer");

    private final Capabilities served;
    private final ObjectNode root = JSON.createObjectNode();
    private final ObjectNode paths = JSON.createObjectNode();

    private OpenApiDocument(Capabilities served) {
        this.served = served;
    }

    /** The description of an endpoint. */
    static ObjectNode of(Capabilities served) {
        return new OpenApiDocument(served).write();
    }

    private ObjectNode write() {
        root.put("openapi", "3.1.0");
        ObjectNode info = root.putObject("info");
        info.put("title", served.software().name() + ", a FHIR terminology server")
                .put("version", served.software().version())
                .put(
                        "description",
                        "The FHIR endpoint " + served.base() + ". Reading is open; what changes something"
                                + " needs the bearer token of the server's data directory.");
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        root.putArray("servers").addObject().put("url", served.base());
        metadata();
        served.operations().forEach(this::operation);
        served.resources().forEach(this::resource);
        root.set("paths", paths);
        ObjectNode components = root.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer");
        components
                .putObject("schemas")
                .putObject("Resource")
                .put("type", "object")
                .put("description", "A FHIR resource")
                .putObject("properties")
                .putObject("resourceType")
                .put("type", "string");
        return root;
    }

    private void metadata() {
        ObjectNode get = method("/metadata", "get", "What the endpoint can do and what it holds", false);
        parameter(get, "mode", "query", "full, normative or terminology", "string");
        if (served.version() == FhirVersion.R4) {
            bodied(method("/", "post", "A batch or a transaction; open where all entries only read", false));
        }
    }

    private void operation(ParameterTable table) {
        String type = table.type().isEmpty() ? "" : "/" + table.type();
        operation(table, type + "/" + table.operation());
        if (table.hasInstanceLevel()) {
            operation(table, type + "/{id}/" + table.operation());
        }
    }

    private void operation(ParameterTable table, String path) {
        String summary = table.label() + ": see " + OperationDefinitionCodec.url(table, served.base());
        if (new OperationTarget(table.operation(), table.type(), null).isCalledBy("GET")) {
            ObjectNode get = method(path, "get", summary, false);
            for (ParameterDefinition definition : table.definitions()) {
                if (definition.support() != ParameterDefinition.Support.REFUSED
                        && OperationDefinitionCodec.isForUrl(definition)) {
                    ObjectNode parameter = parameter(
                            get,
                            definition.name(),
                            "query",
                            definition.documentation(),
                            TYPES.getOrDefault(definition.kind(), "string"));
                    repeat(parameter, definition.repeats());
                }
            }
        }
        boolean token = AccessRules.decide("POST", "/fhir" + path) == AccessRules.Decision.TOKEN;
        ObjectNode post = method(path, "post", summary, token);
        bodied(post);
        if (table.inLines()) {
            lines(post.at("/requestBody"));
            lines(post.at("/responses/2XX"));
        }
    }

    /** One resource in each line. */
    private static void lines(JsonNode holder) {
        ((ObjectNode) holder.path("content"))
                .putObject(LinesFilter.TYPE)
                .putObject("schema")
                .put("type", "string");
    }

    private static void repeat(ObjectNode parameter, boolean repeats) {
        if (repeats) {
            ObjectNode schema = JSON.createObjectNode().put("type", "array");
            schema.set("items", parameter.get("schema"));
            parameter.set("schema", schema);
            parameter.put("explode", true);
        }
    }

    private void resource(ServedResource resource) {
        String path = "/" + resource.type();
        List<String> can = resource.interactions();
        if (can.contains("search-type")) {
            ObjectNode search = method(path, "get", "Search for " + resource.type() + " resources", false);
            for (Search one : resource.searches()) {
                parameter(search, one.name(), "query", "FHIR's search parameter of type " + one.type(), "string");
            }
        }
        if (can.contains("create")) {
            bodied(method(path, "post", "Store a new " + resource.type(), true));
        }
        read(path + "/{id}", resource);
        if (can.contains("history-instance")) {
            method(path + "/{id}/_history", "get", "The versions of a " + resource.type(), false);
        }
        if (can.contains("vread")) {
            method(path + "/{id}/_history/{version}", "get", "One version of a " + resource.type(), false);
        }
    }

    private void read(String path, ServedResource resource) {
        List<String> can = resource.interactions();
        if (can.contains("read")) {
            method(path, "get", "Read a " + resource.type(), false);
        }
        if (can.contains("update")) {
            bodied(method(path, "put", "Store a " + resource.type() + " under an id", true));
        }
        if (can.contains("delete")) {
            method(path, "delete", "Delete a " + resource.type(), true);
        }
    }

    private ObjectNode method(String path, String method, String summary, boolean token) {
        ObjectNode item = paths.withObjectProperty(path);
        ObjectNode operation = item.putObject(method);
        operation.put("summary", summary);
        for (String name : List.of("id", "version")) {
            if (path.contains("{" + name + "}")) {
                parameter(operation, name, "path", "Of the resource", "string").put("required", true);
            }
        }
        if (token) {
            operation.putArray("security").addObject().putArray("token");
        }
        ObjectNode responses = operation.putObject("responses");
        content(responses.putObject("2XX").put("description", "A FHIR resource"));
        content(responses.putObject("4XX").put("description", "An OperationOutcome that says what was wrong"));
        return operation;
    }

    private static ObjectNode parameter(ObjectNode operation, String name, String in, String what, String type) {
        ArrayNode parameters = operation.withArrayProperty("parameters");
        ObjectNode parameter = parameters.addObject();
        parameter.put("name", name).put("in", in).put("description", what);
        parameter.putObject("schema").put("type", type);
        return parameter;
    }

    private static void bodied(ObjectNode operation) {
        content(operation.putObject("requestBody").put("required", true));
    }

    private static void content(ObjectNode holder) {
        ObjectNode content = holder.putObject("content");
        for (String type : List.of(FHIR_JSON, FHIR_XML)) {
            content.putObject(type).putObject("schema").put("$ref", "#/components/schemas/Resource");
        }
    }
}
