package org.fixator.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters of a call, in order. Belongs to one thread. */
final class Query {

    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    /** Adds a value; nothing where it is {@code null}. */
    Query with(String name, @Nullable Object value) {
        if (value != null) {
            parameters.computeIfAbsent(name, n -> new ArrayList<>()).add(value.toString());
        }
        return this;
    }

    /** A flag, where it is set. */
    Query flag(String name, boolean set) {
        return set ? with(name, "true") : this;
    }

    Query all(String name, List<String> values) {
        values.forEach(value -> with(name, value));
        return this;
    }

    Map<String, List<String>> parameters() {
        return parameters;
    }

    /** With its question mark; empty where there are none. */
    String encoded() {
        StringBuilder text = new StringBuilder();
        parameters.forEach((name, values) -> values.forEach(value -> text.append(text.isEmpty() ? '?' : '&')
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return text.toString();
    }
}
