package org.fixator.http;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a deletion by search says what to delete. Without a criterion every resource of the type would be meant, and
 * parameters that only shape a result are none.
 *
 * @see <a href="http://hl7.org/fhir/R4/http.html#3.1.0.7.1">RESTful API, conditional delete</a>
 */
final class DeleteCriteria {
    /** Parameters of all types that do select resources. */
    private static final Set<String> SELECTING =
            Set.of("_id", "_lastUpdated", "_tag", "_profile", "_security", "_source", "_has", "_filter");

    private DeleteCriteria() {}

    /**
     * @param path below the base, without the query
     * @param query parameters by name, with their modifiers
     */
    static boolean areMissing(String path, Map<String, List<String>> query) {
        String type = path.startsWith("/") ? path.substring(1) : path;
        boolean ofType = type.matches("[A-Z][A-Za-z]*");
        return ofType && query.entrySet().stream().noneMatch(DeleteCriteria::selects);
    }

    private static boolean selects(Map.Entry<String, List<String>> parameter) {
        String name = parameter.getKey().split("[:.]", 2)[0];
        boolean hasValue = parameter.getValue().stream().anyMatch(value -> !value.isBlank());
        return hasValue && (!name.startsWith("_") || SELECTING.contains(name));
    }

    static RefusedException refusal(String method) {
        return new RefusedException(new Refusal(
                400,
                "required",
                method + " of a type needs an id, or a search parameter that says which resources are meant"));
    }
}
