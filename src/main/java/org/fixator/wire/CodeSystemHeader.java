package org.fixator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.FilterDefinition;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.coding.Canonical;
import org.fixator.coding.ContentMode;
import org.fixator.coding.PropertyType;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;
import org.jspecify.annotations.Nullable;

/** Reads what a CodeSystem resource says of itself. */
final class CodeSystemHeader {

    private CodeSystemHeader() {}

    static CodeSystemDescription read(ObjectNode resource) {
        Element system = Resources.require(resource, "CodeSystem");
        return new CodeSystemDescription(
                new Canonical(system.required("url"), system.nonEmpty("version")),
                system.nonEmpty("name"),
                system.nonEmpty("title"),
                system.nonEmpty("status"),
                system.flag("experimental"),
                system.extensionValue(ExtensionUrls.STANDARDS_STATUS),
                content(system),
                !Boolean.FALSE.equals(system.bool("caseSensitive")),
                system.nonEmpty("hierarchyMeaning"),
                system.flag("compositional"),
                system.flag("versionNeeded"),
                system.nonEmpty("language"),
                versionAlgorithm(system),
                supplements(system),
                system.nonEmpty("valueSet"),
                system.nonEmpty("copyright"),
                system.map("property", CodeSystemHeader::property),
                system.map("filter", CodeSystemHeader::filter),
                system.extensions());
    }

    private static ContentMode content(Element system) {
        String content = system.required("content");
        for (ContentMode mode : ContentMode.values()) {
            if (mode.code().equals(content)) {
                return mode;
            }
        }
        throw new TerminologyException(WireMessages.undefinedValue(
                system.path("content"),
                content,
                Arrays.stream(ContentMode.values()).map(ContentMode::code).toList()));
    }

    private static @Nullable Canonical supplements(Element system) {
        String supplemented = system.nonEmpty("supplements");
        return supplemented == null ? null : Canonical.parse(supplemented);
    }

    /** An element in R5; in R4 an extension. */
    private static @Nullable String versionAlgorithm(Element system) {
        String own = versionAlgorithm(system, "versionAlgorithm");
        if (own != null) {
            return own;
        }
        for (Element extension : system.list("extension")) {
            if (ExtensionUrls.VERSION_ALGORITHM.contains(extension.required("url"))) {
                return versionAlgorithm(extension, "value");
            }
        }
        return null;
    }

    private static @Nullable String versionAlgorithm(Element holder, String prefix) {
        Map.Entry<String, JsonNode> choice = holder.choice(prefix);
        if (choice == null) {
            return null;
        }
        JsonNode value = choice.getValue();
        return value.isObject() ? value.path("code").asText(null) : value.asText();
    }

    private static PropertyDefinition property(Element property) {
        return new PropertyDefinition(
                property.required("code"),
                property.nonEmpty("uri"),
                property.nonEmpty("description"),
                propertyType(property));
    }

    private static PropertyType propertyType(Element property) {
        String code = property.required("type");
        for (PropertyType type : PropertyType.values()) {
            if (type.code().equals(code)) {
                return type;
            }
        }
        throw new TerminologyException(WireMessages.undefinedValue(
                property.path("type"),
                code,
                Arrays.stream(PropertyType.values()).map(PropertyType::code).toList()));
    }

    private static FilterDefinition filter(Element filter) {
        return new FilterDefinition(filter.required("code"), filter.strings("operator"));
    }
}
