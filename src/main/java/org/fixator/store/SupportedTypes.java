package org.fixator.store;

import java.util.List;

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

    private SupportedTypes() {}
}
