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
     * @param properties those asked for, {@code parent}, {@code child}, {@code inactive} among them
     * @param usedSupplements the supplements that contributed
     */
    record Found(
            CodeSystemDescription system,
            String code,
            @Nullable String display,
            @Nullable String definition,
            boolean isAbstract,
            List<Designation> designations,
            List<Property> properties,
            List<Canonical> usedSupplements)
            implements LookupResult {

        public Found {
            designations = List.copyOf(designations);
            properties = List.copyOf(properties);
            usedSupplements = List.copyOf(usedSupplements);
        }
    }

    /** There is no such code or no such system; the issues say which, and what might be meant. */
    record NotFound(List<Issue> issues) implements LookupResult {

        public NotFound {
            issues = List.copyOf(issues);
        }
    }
}
