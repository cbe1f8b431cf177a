package org.fixator.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An operation, and the type and the resource that it is called on. */
record OperationTarget(String operation, @Nullable String type, @Nullable String id) {
    private static final Set<String> SYSTEM = Set.of("$versions", "$cache-control", "$batch-validate-code");
    private static final Set<String> CODE_SYSTEM =
            Set.of("$lookup", "$validate-code", "$subsumes", "$batch-validate-code");
    private static final Set<String> VALUE_SET =
            Set.of("$expand", "$validate-code", "$batch-validate-code", "$compare");
    private static final Set<String> CONCEPT_MAP = Set.of("$translate");

    /** Whether the engine answers it. */
    boolean isTerminology() {
        if (type == null) {
            return SYSTEM.contains(operation);
        }
        return switch (type) {
            case "CodeSystem" -> CODE_SYSTEM.contains(operation);
            case "ValueSet" -> VALUE_SET.contains(operation);
            case "ConceptMap" -> CONCEPT_MAP.contains(operation);
            default -> false;
        };
    }

    /** Whether it changes nothing, so that anyone may call it. */
    boolean isReadOnly() {
        return isTerminology() || operation.equals("$validate");
    }
}
