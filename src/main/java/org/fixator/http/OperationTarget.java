package org.fixator.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An operation, and the type and the resource that it is called on. */
record OperationTarget(String operation, @Nullable String type, @Nullable String id) {
    private static final String CLOSURE = "$closure";
    private static final Set<String> SYSTEM = Set.of("$versions", "$cache-control", "$batch-validate-code", CLOSURE);
    /** Those that change something, if only a cache. */
    private static final Set<String> BY_POST = Set.of("$cache-control", CLOSURE);

    private static final Set<String> CODE_SYSTEM =
            Set.of("$lookup", "$validate-code", "$subsumes", "$batch-validate-code");
    private static final Set<String> VALUE_SET =
            Set.of("$expand", "$validate-code", "$batch-validate-code", "$compare");
    private static final Set<String> CONCEPT_MAP = Set.of("$translate", CLOSURE);

    /** Every operation of the engine, on the system and on its type. */
    static final List<OperationTarget> TERMINOLOGY = Stream.of(
                    all(null, SYSTEM),
                    all("CodeSystem", CODE_SYSTEM),
                    all("ValueSet", VALUE_SET),
                    all("ConceptMap", CONCEPT_MAP))
            .flatMap(targets -> targets)
            .toList();

    private static Stream<OperationTarget> all(@Nullable String type, Set<String> operations) {
        return operations.stream().map(operation -> new OperationTarget(operation, type, null));
    }

    /** Whether the engine answers it. */
    boolean isTerminology() {
        if (type == null) {
            return SYSTEM.contains(operation);
        }
        if (operation.equals(CLOSURE) && id != null) {
            return false;
        }
        return switch (type) {
            case "CodeSystem" -> CODE_SYSTEM.contains(operation);
            case "ValueSet" -> VALUE_SET.contains(operation);
            case "ConceptMap" -> CONCEPT_MAP.contains(operation);
            default -> false;
        };
    }

    /** The terminology operation that an entry of a bundle calls. */
    static Optional<OperationTarget> ofEntry(String method, EntryUrl url) {
        return FhirPath.operation(url.path()).filter(target -> target.isTerminology() && target.isCalledBy(method));
    }

    /** Whether the method is one for calling it. */
    boolean isCalledBy(String method) {
        return method.equals("POST") || (method.equals("GET") && !BY_POST.contains(operation));
    }

    /** Whether it changes nothing, so that anyone may call it. */
    boolean isReadOnly() {
        return (isTerminology() && !operation.equals(CLOSURE)) || operation.equals("$validate");
    }
}
