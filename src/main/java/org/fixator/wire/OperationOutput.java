package org.fixator.wire;

import static org.fixator.wire.ParameterKind.BOOLEAN;
import static org.fixator.wire.ParameterKind.CANONICAL;
import static org.fixator.wire.ParameterKind.CODE;
import static org.fixator.wire.ParameterKind.CODEABLE_CONCEPT;
import static org.fixator.wire.ParameterKind.CODING;
import static org.fixator.wire.ParameterKind.PARTS;
import static org.fixator.wire.ParameterKind.RESOURCE;
import static org.fixator.wire.ParameterKind.STRING;
import static org.fixator.wire.ParameterKind.URI;

import java.util.List;
import java.util.Map;

/**
 * One output parameter of an operation, for its definition.
 *
 * @param kind what it holds
 * @param type FHIR's name of the type, more exact than the kind's where a resource is returned
 * @param required whether every answer has it
 * @param repeats whether there may be several
 */
record OperationOutput(
        String name, ParameterKind kind, String type, boolean required, boolean repeats, String documentation) {

    private static final OperationOutput MESSAGE = may("message", STRING, "What there is to say, for people.");

    private static final List<OperationOutput> VALIDATED = List.of(
            must("result", BOOLEAN, "Whether the code is valid."),
            MESSAGE,
            may("display", STRING, "A valid display of the concept."),
            may("code", CODE, "The code that was checked."),
            may("system", URI, "Its code system."),
            may("version", STRING, "The version of the code system that was used."),
            may("codeableConcept", CODEABLE_CONCEPT, "What was checked, where it was a CodeableConcept."),
            may("normalized-code", CODE, "The code as the code system writes it, where it was sent otherwise."),
            may("inactive", BOOLEAN, "Whether the concept is no longer for use."),
            may("status", STRING, "The status of a concept that is not active."),
            any("x-caused-by-unknown-system", CANONICAL, "A code system without which there is no answer."),
            any("x-unknown-system", CANONICAL, "A code system of which nothing is known."),
            any("used-supplement", CANONICAL, "A supplement that contributed."),
            resource("issues", "OperationOutcome", false, "All that was found, for programs."));

    private static final Map<String, List<OperationOutput>> BY_OPERATION = Map.ofEntries(
            Map.entry(
                    "CodeSystem/$lookup",
                    List.of(
                            must("name", STRING, "Name of the code system."),
                            may("version", STRING, "Version of the code system."),
                            must("display", STRING, "The preferred display."),
                            may("definition", STRING, "The definition of the concept."),
                            may("code", CODE, "The code."),
                            may("system", URI, "The code system."),
                            may("abstract", BOOLEAN, "Whether the concept only groups others."),
                            any("designation", PARTS, "A further name: language, use, value."),
                            any("property", PARTS, "A property: code, value, description, source, subproperty."),
                            any("used-supplement", CANONICAL, "A supplement that contributed."))),
            Map.entry("CodeSystem/$validate-code", VALIDATED),
            Map.entry("ValueSet/$validate-code", VALIDATED),
            Map.entry(
                    "CodeSystem/$subsumes",
                    List.of(must("outcome", CODE, "One of equivalent, subsumes, subsumed-by, not-subsumed."))),
            Map.entry("ValueSet/$expand", List.of(resource("return", "ValueSet", true, "The value set, expanded."))),
            Map.entry(
                    "ConceptMap/$translate",
                    List.of(
                            must("result", BOOLEAN, "Whether something was found that the code means."),
                            MESSAGE,
                            any("match", PARTS, "A target, with its relationship and the map that names it."))),
            Map.entry(
                    "ValueSet/$batch-validate-code",
                    List.of(new OperationOutput(
                            "validation",
                            RESOURCE,
                            "Resource",
                            true,
                            true,
                            "One answer for each question, in their order."))),
            Map.entry("$closure", List.of(resource("return", "ConceptMap", true, "What to add to the closure table."))),
            Map.entry(
                    "$versions",
                    List.of(
                            new OperationOutput("version", CODE, "code", true, true, "A FHIR release that is served."),
                            must("default", CODE, "The release without a path of its own."))),
            Map.entry("$cache-control", List.of(may("cache-id", STRING, "Names the cache in X-Cache-Id."))));

    /** The outputs of an operation; of one that is not described here, anything. */
    static List<OperationOutput> of(ParameterTable table) {
        return BY_OPERATION.getOrDefault(
                table.label(), List.of(resource("return", "Parameters", true, "What was found.")));
    }

    private static OperationOutput must(String name, ParameterKind kind, String documentation) {
        return new OperationOutput(name, kind, type(kind), true, false, documentation);
    }

    private static OperationOutput may(String name, ParameterKind kind, String documentation) {
        return new OperationOutput(name, kind, type(kind), false, false, documentation);
    }

    private static OperationOutput any(String name, ParameterKind kind, String documentation) {
        return new OperationOutput(name, kind, type(kind), false, true, documentation);
    }

    private static OperationOutput resource(String name, String type, boolean required, String documentation) {
        return new OperationOutput(name, RESOURCE, type, required, false, documentation);
    }

    private static String type(ParameterKind kind) {
        String type = kind.fhirType();
        return type == null ? "" : type;
    }

    /** A part of what {@link #kind} calls parts, by FHIR release, as the codecs write it. */
    static List<OperationOutput> parts(ParameterTable table, String name, boolean r5) {
        return switch (table.label() + "." + name) {
            case "CodeSystem/$lookup.designation" ->
                List.of(
                        may("language", CODE, "Language of the name."),
                        may("use", CODING, "What the name is for."),
                        must("value", STRING, "The name."));
            case "CodeSystem/$lookup.property" ->
                List.of(
                        must("code", CODE, "The property's code."),
                        new OperationOutput("value", STRING, "", false, false, "The value, of the property's type."),
                        may("description", STRING, "What the value means."),
                        may("source", CANONICAL, "The supplement that it comes from."));
            case "ConceptMap/$translate.match" ->
                r5
                        ? List.of(
                                may("relationship", CODE, "How the target relates to what was asked."),
                                may("concept", CODING, "The target."),
                                may("originMap", CANONICAL, "The map that names it."))
                        : List.of(
                                may("equivalence", CODE, "How the target relates to what was asked."),
                                may("concept", CODING, "The target."),
                                may("source", CANONICAL, "The map that names it."));
            case "ConceptMap/$translate.dependency" ->
                r5
                        ? List.of(
                                must("attribute", URI, "What the condition is about."),
                                new OperationOutput("value", STRING, "", true, false, "What holds."))
                        : List.of(
                                must("element", URI, "What the condition is about."),
                                must("concept", CODEABLE_CONCEPT, "What holds."));
            default -> List.of();
        };
    }
}
