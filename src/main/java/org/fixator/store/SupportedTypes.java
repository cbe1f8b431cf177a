package org.fixator.store;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The resource types that are stored. Each costs start-up time, so only what a terminology server has use for. */
public final class SupportedTypes {
    /** Types whose changes the engine must learn about. */
    public static final List<String> TERMINOLOGY = List.of("CodeSystem", "ValueSet", "ConceptMap", "NamingSystem");

    /** All stored types. HAPI itself needs SearchParameter, and Provenance for a bean that it always builds. */
    public static final List<String> ALL = List.of(
            "CodeSystem",
            "ValueSet",
            "ConceptMap",
            "NamingSystem",
            "StructureDefinition",
            "OperationDefinition",
            "CapabilityStatement",
            "TerminologyCapabilities",
            "SearchParameter",
            "ImplementationGuide",
            "Provenance",
            "Questionnaire",
            "Library",
            "Bundle",
            "Binary");

    /** Search parameters whose values are the concepts themselves: no rows are made for them. */
    static final Map<String, Set<String>> NOT_INDEXED = Map.of(
            "CodeSystem", Set.of("code", "language"),
            "ValueSet", Set.of("code"),
            "ConceptMap", Set.of("source-code", "target-code", "dependson", "product"));

    private SupportedTypes() {}

    /** Whether a search parameter of FHIR finds anything. */
    public static boolean isSearched(String type, String parameter) {
        return !NOT_INDEXED.getOrDefault(type, Set.of()).contains(parameter);
    }
}
