package org.fixator.valueset;

import java.util.List;
import org.fixator.coding.Canonical;
import org.fixator.coding.Extension;
import org.jspecify.annotations.Nullable;

/**
 * A value set as its resource defines it.
 *
 * @param canonical url and version; {@code null} for an inline value set without url
 * @param id resource id, where it has one
 * @param name computer name
 * @param title human name
 * @param status publication status
 * @param experimental whether marked as experimental
 * @param standardsStatus HL7's standards-status extension
 * @param language language of the resource
 * @param compose the logical definition; {@code null} where there is none
 * @param expansion the stored expansion; {@code null} where there is none
 * @param contained value sets inside the resource, referred to as {@code #id}
 * @param supplements supplements that the value set requires ({@code valueset-supplement})
 * @param expansionParameters {@code valueset-expansion-parameter} values by name, for example displayLanguage
 * @param extensions extensions of the resource, unread
 * @param source the whole resource as JSON, without narrative, for answers that repeat it
 */
public record ValueSetDefinition(
        @Nullable Canonical canonical,
        @Nullable String id,
        @Nullable String name,
        @Nullable String title,
        @Nullable String status,
        boolean experimental,
        @Nullable String standardsStatus,
        @Nullable String language,
        @Nullable Compose compose,
        @Nullable StoredExpansion expansion,
        List<ValueSetDefinition> contained,
        List<Canonical> supplements,
        List<ExpansionParameter> expansionParameters,
        List<Extension> extensions,
        DefinitionSource source) {

    public ValueSetDefinition {
        contained = List.copyOf(contained);
        supplements = List.copyOf(supplements);
        expansionParameters = List.copyOf(expansionParameters);
        extensions = List.copyOf(extensions);
    }

    /** How issues name the value set: its canonical with version, empty for an anonymous one. */
    public String label() {
        return canonical == null ? "" : canonical.toString();
    }
}
