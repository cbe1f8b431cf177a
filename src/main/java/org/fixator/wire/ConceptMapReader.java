package org.fixator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fixator.coding.Canonical;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.fixator.conceptmap.ConceptMapDefinition;
import org.fixator.conceptmap.DependsOn;
import org.fixator.conceptmap.MapElement;
import org.fixator.conceptmap.MapGroup;
import org.fixator.conceptmap.MapTarget;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a ConceptMap resource. R4 and R5 are told apart by the elements present: {@code equivalence} or
 * {@code relationship}, {@code dependsOn.property} or {@code dependsOn.attribute}, {@code unmapped.url} or
 * {@code unmapped.otherMap}.
 *
 * @see <a href="https://hl7.org/fhir/R4/conceptmap.html">R4</a>
 * @see <a href="https://hl7.org/fhir/R5/conceptmap.html">R5</a>
 */
public final class ConceptMapReader {

    /** The extension by which a map says that it states relations and translates nothing. */
    private static final String MESSAGE = "/relation-not-translation";

    /** R5 declares properties by a code and a uri; answers name them by the uri. */
    private final Map<String, String> propertyUris;

    private ConceptMapReader(Map<String, String> propertyUris) {
        this.propertyUris = propertyUris;
    }

    /**
     * @throws TerminologyException (400) naming the element that is missing or has a wrong type or value
     */
    public static ConceptMapDefinition read(ObjectNode resource) {
        Element map = Resources.require(resource, "ConceptMap");
        return new ConceptMapDefinition(
                Resources.canonical(map),
                map.nonEmpty("id"),
                map.nonEmpty("status"),
                scope(map, "source"),
                scope(map, "target"),
                message(map),
                map.map("group", new ConceptMapReader(propertyUris(map))::group),
                map.extensions());
    }

    private static @Nullable String scope(Element map, String side) {
        String r5 = map.primitive(side + "Scope");
        return r5 != null ? r5 : map.primitive(side);
    }

    private static @Nullable String message(Element map) {
        for (Extension extension : map.extensions()) {
            if (extension.url().endsWith(MESSAGE)) {
                return extension.value();
            }
        }
        return null;
    }

    private static Map<String, String> propertyUris(Element map) {
        Map<String, String> uris = new HashMap<>();
        for (Element property : map.list("property")) {
            String uri = property.nonEmpty("uri");
            if (uri != null) {
                uris.put(property.required("code"), uri);
            }
        }
        return uris;
    }

    private MapGroup group(Element group) {
        Element unmapped = group.child("unmapped");
        return new MapGroup(
                system(group, "source"),
                system(group, "target"),
                group.map("element", this::element),
                unmapped == null ? null : unmapped(unmapped));
    }

    /** R4 has the version in an element of its own, R5 in the canonical. */
    private static @Nullable Canonical system(Element group, String side) {
        String url = group.nonEmpty(side);
        if (url == null) {
            return null;
        }
        String version = group.nonEmpty(side + "Version");
        return version == null ? Canonical.parse(url) : new Canonical(url, version);
    }

    private MapElement element(Element element) {
        return new MapElement(
                element.required("code"),
                element.nonEmpty("display"),
                element.flag("noMap"),
                element.map("target", this::target));
    }

    private MapTarget target(Element target) {
        return new MapTarget(
                target.nonEmpty("code"),
                target.nonEmpty("display"),
                MapRelationshipReader.read(target),
                target.nonEmpty("comment"),
                target.map("dependsOn", ConceptMapReader::dependsOn),
                target.map("product", ConceptMapReader::dependsOn),
                properties(target));
    }

    private List<Property> properties(Element target) {
        return target.map("property", element -> {
            Property property = PropertyReader.read(element);
            String uri = propertyUris.getOrDefault(property.code(), property.code());
            return new Property(uri, property.type(), property.value(), property.coding(), property.description());
        });
    }

    private static DependsOn dependsOn(Element condition) {
        return condition.has("attribute") ? DependsOnReader.r5(condition) : DependsOnReader.r4(condition);
    }

    private static MapGroup.Unmapped unmapped(Element unmapped) {
        String url = unmapped.nonEmpty("otherMap");
        return new MapGroup.Unmapped(
                unmapped.required("mode"),
                unmapped.nonEmpty("code"),
                unmapped.nonEmpty("display"),
                url == null ? unmapped.nonEmpty("url") : url,
                unmapped.has("relationship") ? MapRelationshipReader.read(unmapped) : null);
    }
}
