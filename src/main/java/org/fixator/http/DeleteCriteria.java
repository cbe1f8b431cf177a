package org.fixator.http;

import java.util.Arrays;
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
     * @param path with or without the base, without the query
     * @param query parameters by name, with their modifiers
     */
    static boolean areMissing(String path, Map<String, List<String>> query) {
        return endsWithType(path) && query.entrySet().stream().noneMatch(DeleteCriteria::selects);
    }

    /** However often slashes stand around it, and whatever base before it; behind a type there is an id. */
    private static boolean endsWithType(String path) {
        List<String> parts =
                Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
        int last = parts.size() - 1;
        return last >= 0 && isType(parts.get(last)) && (last == 0 || !isType(parts.get(last - 1)));
    }

    private static boolean isType(String part) {
        return part.matches("[A-Z][A-Za-z]*");
    }

    private static boolean selects(Map.Entry<String, List<String>> parameter) {
        String name = parameter.getKey().split("[:.]", 2)[0];
        // of separators alone HAPI makes a search for everything
        boolean hasValue =
                parameter.getValue().stream().anyMatch(value -> value.chars().anyMatch(Character::isLetterOrDigit));
        return hasValue && (!name.startsWith("_") || SELECTING.contains(name));
    }

    static RefusedException refusal(String method) {
        return new RefusedException(new Refusal(
                400,
                "required",
                method + " of a type needs an id, or a search parameter that says which resources are meant"));
    }
}
