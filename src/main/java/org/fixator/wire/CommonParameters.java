package org.fixator.wire;

import static org.fixator.wire.ParameterDefinition.BOTH;
import static org.fixator.wire.ParameterDefinition.ECOSYSTEM;
import static org.fixator.wire.ParameterDefinition.R5;
import static org.fixator.wire.ParameterDefinition.many;
import static org.fixator.wire.ParameterDefinition.one;
import static org.fixator.wire.ParameterKind.BOOLEAN;
import static org.fixator.wire.ParameterKind.CANONICAL;
import static org.fixator.wire.ParameterKind.CODE;
import static org.fixator.wire.ParameterKind.CODEABLE_CONCEPT;
import static org.fixator.wire.ParameterKind.CODING;
import static org.fixator.wire.ParameterKind.DATE_TIME;
import static org.fixator.wire.ParameterKind.RESOURCE;
import static org.fixator.wire.ParameterKind.STRING;
import static org.fixator.wire.ParameterKind.URI;

import java.util.List;

/** Parameters that several operations share. */
final class CommonParameters {

    /** What a request brings along, and what it only tells of the client. */
    static final List<ParameterDefinition> REQUEST = List.of(
            many("tx-resource", RESOURCE, ECOSYSTEM, "A resource to use in this request besides those that are served.")
                    .of("CodeSystem", "ValueSet", "ConceptMap"),
            one("cache-id", STRING, ECOSYSTEM, "Name of the client's cache of resources sent earlier."),
            one("diagnostics", BOOLEAN, ECOSYSTEM, "Whether the client would like to know how the answer was found.")
                    .withoutEffect(),
            one("profile-url", STRING, ECOSYSTEM, "The client's name for its set of parameters.")
                    .also("profile", "profileUrl")
                    .withoutEffect(),
            one("uuid", STRING, ECOSYSTEM, "The client's identifier of its set of parameters.")
                    .also("auto_added_parameter")
                    .withoutEffect(),
            one(
                            "default-to-latest-version",
                            BOOLEAN,
                            ECOSYSTEM,
                            "Whether the newest version answers where none is named.")
                    .withoutEffect());

    /** The same for an operation that does tell how its answer was found. */
    static final List<ParameterDefinition> DIAGNOSED_REQUEST = REQUEST.stream()
            .map(definition -> definition.name().equals("diagnostics") ? definition.used() : definition)
            .toList();

    /** Languages of what is shown. */
    static final List<ParameterDefinition> LANGUAGE = List.of(
            one("displayLanguage", CODE, BOTH, "Languages for displays, as a header Accept-Language lists them."),
            one("defaultDisplayLanguage", CODE, ECOSYSTEM, "Languages for displays where nothing else asks for any."));

    static final List<ParameterDefinition> SUPPLEMENTS = List.of(
            many("useSupplement", CANONICAL, R5, "A code system supplement to use besides those that apply anyway."));

    /** Where an answer comes from. */
    static final List<ParameterDefinition> PROVENANCE = List.of(one(
            "provenance",
            BOOLEAN,
            ECOSYSTEM,
            "Whether to tell which release, files and import the answer comes from."));

    /** Versions of what a value set refers to. */
    static final List<ParameterDefinition> VERSIONS = List.of(
            many("system-version", CANONICAL, BOTH, "A version, as system|version, for a system named without one.")
                    .also("default-system-version"),
            many("check-system-version", CANONICAL, BOTH, "A version, as system|version, that a system must have."),
            many("force-system-version", CANONICAL, BOTH, "A version, as system|version, that replaces any named."),
            many(
                    "default-valueset-version",
                    CANONICAL,
                    ECOSYSTEM,
                    "A version for a value set that is named without one."),
            many("check-valueset-version", CANONICAL, ECOSYSTEM, "A version that an imported value set must have.")
                    .refused(),
            many(
                            "force-valueset-version",
                            CANONICAL,
                            ECOSYSTEM,
                            "A version that replaces that of an imported value set.")
                    .refused());

    /** What a validation is asked about, besides a bare code. */
    static final List<ParameterDefinition> VALUE = List.of(
            one("display", STRING, BOTH, "The display to check along with the code."),
            one("coding", CODING, BOTH, "The Coding to check.").also("valueCoding"),
            one("codeableConcept", CODEABLE_CONCEPT, BOTH, "The CodeableConcept to check; one valid coding is enough.")
                    .also("valueCodeableConcept"));

    /** How a validation judges. */
    static final List<ParameterDefinition> JUDGEMENT = List.of(
            one("abstract", BOOLEAN, BOTH, "Whether a concept that only groups others is valid."),
            one("activeOnly", BOOLEAN, ECOSYSTEM, "Whether an inactive concept is invalid."),
            one("lenient-display-validation", BOOLEAN, ECOSYSTEM, "Whether a wrong display is only a warning.")
                    .also("lenient-display"),
            one("valueset-membership-only", BOOLEAN, ECOSYSTEM, "Whether only membership of the value set is asked."),
            one("mode", CODE, ECOSYSTEM, "Membership only (CHECK_MEMBERSHIP_ONLY), or everything (ALL_CHECKS).")
                    .also("valueSetMode"),
            one("date", DATE_TIME, BOTH, "The date at which the answer is to hold."));

    /** A value set of the request. */
    static final List<ParameterDefinition> VALUE_SET = List.of(
            one("url", URI, BOTH, "Canonical url of the value set."),
            one("valueSet", RESOURCE, BOTH, "The value set itself.").of("ValueSet"),
            one("valueSetVersion", STRING, BOTH, "Version of the value set."),
            one("context", URI, BOTH, "The element whose binding gives the value set.")
                    .refused());

    private CommonParameters() {}
}
