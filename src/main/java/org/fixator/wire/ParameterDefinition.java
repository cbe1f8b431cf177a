package org.fixator.wire;

import java.util.List;
import java.util.Set;
import org.fixator.coding.FhirVersion;

/**
 * One input parameter of an operation.
 *
 * @param name the name in answers and documentation
 * @param aliases other names that clients use for the same
 * @param kind what it holds
 * @param repeats whether it may be given more than once
 * @param support what this server does with it
 * @param releases the FHIR releases whose specification names it; empty for one of HL7's terminology ecosystem
 * @param resourceTypes types of the resource it holds
 * @param documentation what it is for, one sentence
 */
public record ParameterDefinition(
        String name,
        List<String> aliases,
        ParameterKind kind,
        boolean repeats,
        Support support,
        Set<FhirVersion> releases,
        List<String> resourceTypes,
        String documentation) {

    /** What the server does with a parameter that it knows. */
    public enum Support {
        /** It shapes the answer. */
        USED,
        /** It only helps the client's own book-keeping and cannot change an answer. */
        WITHOUT_EFFECT,
        /** A request that gives it is refused, because an answer that ignores it could be wrong. */
        REFUSED
    }

    /** Named by R4 and by R5. */
    static final Set<FhirVersion> BOTH = Set.of(FhirVersion.R4, FhirVersion.R5);

    static final Set<FhirVersion> R4 = Set.of(FhirVersion.R4);
    static final Set<FhirVersion> R5 = Set.of(FhirVersion.R5);

    /** Named by HL7's terminology ecosystem, or by FHIR R6. */
    static final Set<FhirVersion> ECOSYSTEM = Set.of();

    public ParameterDefinition {
        aliases = List.copyOf(aliases);
        releases = Set.copyOf(releases);
        resourceTypes = List.copyOf(resourceTypes);
    }

    static ParameterDefinition one(String name, ParameterKind kind, Set<FhirVersion> releases, String documentation) {
        return new ParameterDefinition(name, List.of(), kind, false, Support.USED, releases, List.of(), documentation);
    }

    static ParameterDefinition many(String name, ParameterKind kind, Set<FhirVersion> releases, String documentation) {
        return new ParameterDefinition(name, List.of(), kind, true, Support.USED, releases, List.of(), documentation);
    }

    /** The same under further names. */
    ParameterDefinition also(String... names) {
        return new ParameterDefinition(
                name, List.of(names), kind, repeats, support, releases, resourceTypes, documentation);
    }

    /** The same for resources of these types only. */
    ParameterDefinition of(String... types) {
        return new ParameterDefinition(name, aliases, kind, repeats, support, releases, List.of(types), documentation);
    }

    ParameterDefinition used() {
        return with(Support.USED);
    }

    ParameterDefinition refused() {
        return with(Support.REFUSED);
    }

    ParameterDefinition withoutEffect() {
        return with(Support.WITHOUT_EFFECT);
    }

    private ParameterDefinition with(Support other) {
        return new ParameterDefinition(name, aliases, kind, repeats, other, releases, resourceTypes, documentation);
    }
}
