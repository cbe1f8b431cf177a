package org.fixator.http;

import java.util.Optional;
import java.util.Set;
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

    /**
     * The terminology operation that an entry of a bundle calls.
     *
     * @param url as the entry gives it, with a query, and absolute under {@code base} or relative to it
     */
    static Optional<OperationTarget> ofEntry(String method, String url, String base) {
        int question = url.indexOf('?');
        String path = question < 0 ? url : url.substring(0, question);
        String relative = path.startsWith(base + "/") ? path.substring(base.length()) : path;
        return FhirPath.operation(relative.startsWith("/") ? relative.substring(1) : relative)
                .filter(target -> target.isTerminology() && target.isCalledBy(method));
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
