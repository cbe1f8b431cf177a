package org.fixator.valueset;

import java.util.List;
import org.fixator.codesystem.VersionRules;
import org.fixator.coding.Canonical;
import org.fixator.coding.Languages;
import org.jspecify.annotations.Nullable;

/**
 * {@code ValueSet/$expand}. A {@code null} means that the client did not say; the expansion echoes what it said and
 * what was assumed.
 *
 * @param valueSet the value set, inline or found
 * @param filter text to search by
 * @param offset number of concepts to leave out
 * @param count length of the page
 * @param properties properties to put into each entry
 * @param designations tokens {@code system|code} or languages of the designations wanted
 * @param languages from {@code displayLanguage}
 * @param acceptLanguages from the header; weaker than the parameter and than the value set's own
 * @param excludeSystems systems to be left out
 * @param costThreshold a lower limit that the client asks for (a test header of HL7's suite)
 */
public record ExpandRequest(
        ValueSetDefinition valueSet,
        @Nullable String filter,
        @Nullable Integer offset,
        @Nullable Integer count,
        @Nullable Boolean activeOnly,
        @Nullable Boolean excludeNested,
        @Nullable Boolean includeDesignations,
        @Nullable Boolean includeDefinition,
        @Nullable Boolean excludeNotForUI,
        @Nullable Boolean excludePostCoordinated,
        List<String> properties,
        List<String> designations,
        Languages languages,
        Languages acceptLanguages,
        VersionRules versions,
        List<Canonical> supplements,
        List<Canonical> excludeSystems,
        @Nullable Integer costThreshold) {

    public ExpandRequest {
        properties = List.copyOf(properties);
        designations = List.copyOf(designations);
        supplements = List.copyOf(supplements);
        excludeSystems = List.copyOf(excludeSystems);
    }
}
