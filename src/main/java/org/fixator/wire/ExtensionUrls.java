package org.fixator.wire;

import java.util.Set;

/** The extensions that are read or written here by name. */
final class ExtensionUrls {

    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";
    private static final String R5_IN_R4 = "http://hl7.org/fhir/5.0/StructureDefinition/extension-";

    static final String STANDARDS_STATUS = CORE + "structuredefinition-standards-status";
    static final String VALUESET_SUPPLEMENT = CORE + "valueset-supplement";

    /** The extension was HL7's tools' own, for a time misspelt, before the extensions pack took it over. */
    static final Set<String> VALUESET_EXPANSION_PARAMETER = Set.of(
            CORE + "valueset-expansion-parameter",
            "http://hl7.org/fhir/tools/StructureDefinition/valueset-expansion-parameter",
            "http://hl7.org/fhir/tools/StructureDefinion/valueset-expansion-parameter");

    static final String WEB_SOURCE = CORE + "web-source";
    static final String MESSAGE_ID = CORE + "operationoutcome-message-id";

    /** R5's element in R4: the extensions pack's name, and two that converters give it. */
    static final Set<String> VERSION_ALGORITHM = Set.of(
            CORE + "artifact-versionAlgorithm",
            R5_IN_R4 + "CanonicalResource.versionAlgorithm",
            R5_IN_R4 + "CodeSystem.versionAlgorithm");

    static final String OLD_EQUIVALENCE =
            "http://hl7.org/fhir/1.0/StructureDefinition/" + "extension-ConceptMap.element.target.equivalence";

    static final String COMPOSE_PROPERTY = R5_IN_R4 + "ValueSet.compose.property";
    static final String FILTER_OPERATOR = R5_IN_R4 + "ValueSet.compose.include.filter.op";
    static final String EXPANSION_PROPERTY = R5_IN_R4 + "ValueSet.expansion.property";
    static final String CONTAINS_PROPERTY = R5_IN_R4 + "ValueSet.expansion.contains.property";

    private ExtensionUrls() {}
}
