package org.fixator.codesystem;

import java.util.List;

/** A filter that a code system declares: {@code CodeSystem.filter}. */
public record FilterDefinition(String code, List<String> operators) {

    public FilterDefinition {
        operators = List.copyOf(operators);
    }
}
