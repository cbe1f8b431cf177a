package org.fixator.codesystem;

import java.util.List;
import org.fixator.coding.Canonical;
import org.fixator.coding.Designation;
import org.fixator.coding.Property;
import org.fixator.issue.Issue;
import org.jspecify.annotations.Nullable;

/** The answer to {@code $lookup}. */
public sealed interface LookupResult {

    /**
     * The concept.
     *
     * @param system the code system version that answered
     * @param code the code as the system writes it
     * @param display in the language asked for, where there is one
     * @param designations all names, the display of the system's own language first
     * @param properties those asked for, {@code parent}, {@code child}, {@code inactive} among them
     * @param usedSupplements the supplements that contributed
     */
    record Found(
            CodeSystemDescription system,
            String code,
            @Nullable String display,
            @Nullable String definition,
            boolean isAbstract,
            List<SourcedDesignation> designations,
            List<SourcedProperty> properties,
            List<Canonical> usedSupplements)
            implements LookupResult {

        public Found {
            designations = List.copyOf(designations);
            properties = List.copyOf(properties);
            usedSupplements = List.copyOf(usedSupplements);
        }
    }

    /** @param source the supplement that adds the name; {@code null} for the code system itself */
    record SourcedDesignation(Designation designation, @Nullable Canonical source) {}

    /** @param source the supplement that adds the value; {@code null} for the code system itself */
    record SourcedProperty(Property property, @Nullable Canonical source) {}

    /** There is no such code or no such system; the issues say which, and what might be meant. */
    record NotFound(List<Issue> issues) implements LookupResult {

        public NotFound {
            issues = List.copyOf(issues);
        }
    }
}
