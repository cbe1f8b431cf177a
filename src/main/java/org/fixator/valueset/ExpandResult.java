package org.fixator.valueset;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.coding.Extension;
import org.jspecify.annotations.Nullable;

/**
 * An expansion, or one page of it.
 *
 * @param valueSet the value set that was expanded
 * @param includeDefinition whether the compose is repeated in the answer
 * @param total number of concepts, {@code null} where it is not known (open sets)
 * @param offset of the page; {@code null} where the client did not page
 * @param parameters what shaped the expansion, in the order to be written
 * @param properties the properties that entries carry
 * @param extensions extensions of the expansion ({@code valueset-unclosed}, …)
 * @param entries the concepts, in their order
 * @param notices lines that the code systems used want to have in every answer
 */
public record ExpandResult(
        ValueSetDefinition valueSet,
        boolean includeDefinition,
        @Nullable Integer total,
        @Nullable Integer offset,
        List<ExpansionParameter> parameters,
        List<PropertyDefinition> properties,
        List<Extension> extensions,
        List<? extends ExpansionEntry> entries,
        List<String> notices) {

    /** An expansion without notices. */
    public ExpandResult(
            ValueSetDefinition valueSet,
            boolean includeDefinition,
            @Nullable Integer total,
            @Nullable Integer offset,
            List<ExpansionParameter> parameters,
            List<PropertyDefinition> properties,
            List<Extension> extensions,
            List<? extends ExpansionEntry> entries) {
        this(valueSet, includeDefinition, total, offset, parameters, properties, extensions, entries, List.of());
    }

    public ExpandResult {
        parameters = List.copyOf(parameters);
        properties = List.copyOf(properties);
        extensions = List.copyOf(extensions);
        entries = List.copyOf(entries);
        notices = List.copyOf(notices);
    }

    /** The entries, each in full. */
    public List<ExpandedConcept> contains() {
        List<ExpandedConcept> contains = new ArrayList<>(entries.size());
        entries.forEach(entry -> contains.add(entry.whole()));
        return contains;
    }
}
