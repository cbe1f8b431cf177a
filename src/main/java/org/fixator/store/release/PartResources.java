package org.fixator.store.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.FilterDefinition;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.coding.Extension;
import org.fixator.conceptmap.CompiledConceptMap;
import org.fixator.conceptmap.ConceptMapDefinition;
import org.fixator.release.ReleaseIdentity;
import org.fixator.store.Subsetted;
import org.jspecify.annotations.Nullable;

/**
 * The resources that stand for what is kept as artifacts: all that a code system or map says of itself, and where the rest
 * is. FHIR R4 JSON.
 */
final class PartResources {

    /** The SHA-256 of the image that holds what the resource leaves out. */
    static final String ARTIFACT = "https://fixator.example.org/fhir/StructureDefinition/artifact";

    private static final String EFFECTIVE_PERIOD = "http://hl7.org/fhir/StructureDefinition/resource-effectivePeriod";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ReleaseIdentity identity;

    PartResources(ReleaseIdentity identity) {
        this.identity = identity;
    }

    byte[] codeSystem(TableCodeSystem system, String sha256) {
        CodeSystemDescription description = system.description();
        ObjectNode resource = begin("CodeSystem", description.extensions(), sha256);
        resource.put("url", description.url());
        put(resource, "version", description.version());
        put(resource, "name", description.name());
        put(resource, "title", description.title() == null ? identity.title() : description.title());
        resource.put("status", description.status() == null ? "active" : description.status());
        if (description.experimental()) {
            resource.put("experimental", true);
        }
        put(resource, "copyright", copyright(description.copyright()));
        resource.put("caseSensitive", description.caseSensitive());
        put(resource, "valueSet", description.valueSet());
        put(resource, "hierarchyMeaning", description.hierarchyMeaning());
        resource.put("compositional", description.compositional());
        resource.put("versionNeeded", description.versionNeeded());
        resource.put("content", description.content().code());
        put(
                resource,
                "supplements",
                description.supplements() == null
                        ? null
                        : description.supplements().toString());
        resource.put("count", system.size());
        filters(resource, description.filters());
        properties(resource, description.properties());
        return bytes(resource);
    }

    byte[] conceptMap(CompiledConceptMap map, String sha256) {
        ConceptMapDefinition header = map.header();
        ObjectNode resource = begin("ConceptMap", header.extensions(), sha256);
        if (header.canonical() != null) {
            resource.put("url", header.canonical().url());
            put(resource, "version", header.canonical().version());
        }
        resource.put("title", identity.title());
        resource.put("status", header.status() == null ? "active" : header.status());
        put(resource, "copyright", copyright(null));
        put(resource, "sourceUri", header.sourceScope());
        put(resource, "targetUri", header.targetScope());
        return bytes(resource);
    }

    private ObjectNode begin(String type, List<Extension> extensions, String sha256) {
        ObjectNode resource = JSON.createObjectNode();
        resource.put("resourceType", type);
        ObjectNode tag = resource.putObject("meta").putArray("tag").addObject();
        tag.put("system", Subsetted.SYSTEM).put("code", Subsetted.CODE);
        ArrayNode extension = resource.putArray("extension");
        extensions.forEach(one -> extension.add(parsed(one.json())));
        extension.addObject().put("url", ARTIFACT).put("valueString", sha256);
        if (identity.from() != null || identity.to() != null) {
            ObjectNode period =
                    extension.addObject().put("url", EFFECTIVE_PERIOD).putObject("valuePeriod");
            put(
                    period,
                    "start",
                    identity.from() == null ? null : identity.from().toString());
            put(period, "end", identity.to() == null ? null : identity.to().toString());
        }
        return resource;
    }

    private @Nullable String copyright(@Nullable String own) {
        return own == null ? identity.notice() : own;
    }

    private static void filters(ObjectNode resource, List<FilterDefinition> filters) {
        for (FilterDefinition filter : filters) {
            ObjectNode one = resource.withArray("filter").addObject().put("code", filter.code());
            filter.operators().forEach(one.withArray("operator")::add);
            one.put("value", "a value of the property " + filter.code());
        }
    }

    private static void properties(ObjectNode resource, List<PropertyDefinition> properties) {
        for (PropertyDefinition property : properties) {
            ObjectNode one = resource.withArray("property").addObject().put("code", property.code());
            put(one, "uri", property.uri());
            put(one, "description", property.description());
            one.put("type", property.type().code());
        }
    }

    private static void put(ObjectNode node, String member, @Nullable String value) {
        if (value != null) {
            node.put(member, value);
        }
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(ObjectNode resource) {
        try {
            return JSON.writeValueAsBytes(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
