package org.fixator.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.fixator.wire.JsonSource;
import org.jspecify.annotations.Nullable;

/** Small resources, written down where tests need them. */
final class Resources {

    static final String LETTERS = "http://example.org/CodeSystem/letters";
    static final String ALL_LETTERS = "http://example.org/ValueSet/letters";

    private Resources() {}

    static ObjectNode codeSystem(String url, @Nullable String version, String content, String... codes) {
        ObjectNode system = resource("CodeSystem", url, version).put("content", content);
        ArrayNode concepts = system.putArray("concept");
        for (String code : codes) {
            concepts.addObject().put("code", code).put("display", "Letter " + code);
        }
        return system;
    }

    static ObjectNode letters(@Nullable String version, String... codes) {
        return codeSystem(LETTERS, version, "complete", codes);
    }

    static ObjectNode supplement(String url, String supplements, boolean byDefault) {
        ObjectNode supplement = codeSystem(url, "1", "supplement").put("supplements", supplements);
        supplement
                .putArray("extension")
                .addObject()
                .put("url", SupplementIndex.APPLIED_BY_DEFAULT)
                .put("valueBoolean", byDefault);
        return supplement;
    }

    static ObjectNode valueSet(String url, @Nullable String version, String system) {
        ObjectNode valueSet = resource("ValueSet", url, version);
        valueSet.putObject("compose").putArray("include").addObject().put("system", system);
        return valueSet;
    }

    static ObjectNode conceptMap(String url, @Nullable String version, String code, String target) {
        ObjectNode map = resource("ConceptMap", url, version);
        ObjectNode group =
                map.putArray("group").addObject().put("source", LETTERS).put("target", "http://example.org/x");
        ObjectNode element = group.putArray("element").addObject().put("code", code);
        element.putArray("target").addObject().put("code", target).put("equivalence", "equivalent");
        return map;
    }

    static ObjectNode namingSystem(String... uris) {
        ObjectNode names = JsonNodeFactory.instance.objectNode().put("resourceType", "NamingSystem");
        names.put("status", "active").put("kind", "codesystem");
        ArrayNode ids = names.putArray("uniqueId");
        for (String uri : uris) {
            ids.addObject().put("type", "uri").put("value", uri);
        }
        return names;
    }

    private static ObjectNode resource(String type, String url, @Nullable String version) {
        ObjectNode resource =
                JsonNodeFactory.instance.objectNode().put("resourceType", type).put("url", url);
        if (version != null) {
            resource.put("version", version);
        }
        return resource.put("status", "active");
    }

    static Change put(String id, ObjectNode resource) {
        return Change.put(resource.path("resourceType").asText(), id, bytes(resource));
    }

    static byte[] bytes(ObjectNode resource) {
        return resource.toString().getBytes(UTF_8);
    }

    static Content content(ObjectNode resource) {
        return ResourceCompiler.compile(resource.path("resourceType").asText(), JsonSource.of(bytes(resource)));
    }

    static Brought brought(ObjectNode resource) {
        return new BroughtCache(1 << 20).compile(resource);
    }
}
