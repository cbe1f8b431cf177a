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

    /** Search parameters whose values are codes of concepts: no rows are made for them, the engine is asked. */
    static final Map<String, Set<String>> BY_CODE = Map.of(
            "CodeSystem", Set.of("code"),
            "ValueSet", Set.of("code"),
            "ConceptMap", Set.of("source-code", "target-code"));

    /** Search parameters whose values stand in the concepts: no rows are made for them, and a search is refused. */
    static final Map<String, Set<String>> NOT_SEARCHED =
            Map.of("CodeSystem", Set.of("language"), "ConceptMap", Set.of("dependson", "product"));

    private SupportedTypes() {}

    /** Whether a search by this parameter of FHIR is answered. */
    public static boolean isSearched(String type, String parameter) {
        return !NOT_SEARCHED.getOrDefault(type, Set.of()).contains(parameter);
    }

    /** Whether the database has rows for a parameter. */
    static boolean isIndexed(String type, String parameter) {
        return isSearched(type, parameter)
                && !BY_CODE.getOrDefault(type, Set.of()).contains(parameter);
    }
}
