package org.fixator.valueset;

/**
 * A parameter that shaped an expansion.
 *
 * @param name for example {@code displayLanguage}, {@code used-codesystem}
 * @param type the JSON element that carries the value: {@code valueUri}, {@code valueString}, {@code valueBoolean},
 *     {@code valueInteger}, {@code valueCode}
 * @param value the value in its lexical form
 */
public record ExpansionParameter(String name, String type, String value) {

    public static ExpansionParameter uri(String name, String value) {
        return new ExpansionParameter(name, "valueUri", value);
    }

    public static ExpansionParameter string(String name, String value) {
        return new ExpansionParameter(name, "valueString", value);
    }

    public static ExpansionParameter bool(String name, boolean value) {
        return new ExpansionParameter(name, "valueBoolean", Boolean.toString(value));
    }

    public static ExpansionParameter integer(String name, int value) {
        return new ExpansionParameter(name, "valueInteger", Integer.toString(value));
    }

    public static ExpansionParameter code(String name, String value) {
        return new ExpansionParameter(name, "valueCode", value);
    }
}
