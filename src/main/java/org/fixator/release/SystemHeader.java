package org.fixator.release;

import java.util.List;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.coding.Canonical;
import org.fixator.coding.ContentMode;
import org.fixator.coding.PropertyType;
import org.jspecify.annotations.Nullable;

/**
 * What a reader says of a code system that it read.
 *
 * @param identity release that the system is
 * @param name computer name
 * @param content {@code COMPLETE}, or {@code FRAGMENT} where the files do not hold all codes
 * @param hierarchyMeaning FHIR's code; {@code null} for a flat system
 * @param versionAlgorithm how the publisher's versions are ordered
 * @param properties the properties that concepts may carry
 */
public record SystemHeader(
        ReleaseIdentity identity,
        String name,
        ContentMode content,
        @Nullable String hierarchyMeaning,
        String versionAlgorithm,
        List<PropertyDefinition> properties) {

    public SystemHeader {
        properties = List.copyOf(properties);
    }

    /** A property that the reader's own documentation explains. */
    public static PropertyDefinition property(String code, PropertyType type, String description) {
        return new PropertyDefinition(code, null, description, type);
    }

    /** A property that FHIR gives a meaning. */
    public static PropertyDefinition wellKnown(String code, PropertyType type, String description) {
        return new PropertyDefinition(code, "http://hl7.org/fhir/concept-properties#" + code, description, type);
    }

    public CodeSystemDescription description() {
        return new CodeSystemDescription(
                new Canonical(identity.system(), identity.version()),
                name,
                identity.title(),
                "active",
                false,
                null,
                content,
                true,
                hierarchyMeaning,
                false,
                false,
                "en-US",
                versionAlgorithm,
                null,
                null,
                identity.notice(),
                properties,
                List.of(),
                List.of());
    }
}
