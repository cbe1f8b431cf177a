package org.fixator.issue;

import java.util.List;

/** What is wrong with an expression of CPT, or with a filter on it. */
public final class CptMessages {

    private CptMessages() {}

    public static String notAnExpression(String code) {
        return "'" + code + "' is not a code with modifiers, each after a colon";
    }

    public static String unknownBase(String code) {
        return code.isEmpty()
                ? "There is no code before the first colon"
                : "There is no procedure code '" + code + "' here";
    }

    public static String baseIsModifier(String code) {
        return "'" + code + "' is a modifier; an expression begins with a procedure code";
    }

    public static String unknownModifier(String code) {
        return code.isEmpty() ? "There is no modifier after a colon" : "There is no CPT modifier '" + code + "' here";
    }

    public static String notAModifier(String code) {
        return "'" + code + "' is not a modifier";
    }

    public static String repeatedModifier(String code) {
        return "The modifier " + code + " stands twice";
    }

    public static String exclusiveModifiers(List<String> codes) {
        return "The modifiers " + String.join(" and ", codes) + " do not go together";
    }

    /** @param what the codes that the modifier is for */
    public static String modifierNeeds(String modifier, String code, String what) {
        return "The modifier " + modifier + " goes with " + what + " only, not with " + code;
    }

    /** @param what the codes that the modifier is not for */
    public static String modifierExcludes(String modifier, String code, String what) {
        return "The modifier " + modifier + " does not go with " + what + " such as " + code;
    }

    public static String hyphenated(String code) {
        return "In '" + code + "' a modifier stands after a hyphen; in FHIR it stands after a colon";
    }

    /** A filter on something that is either true or false, with another value. */
    public static Issue notBoolean(String property, String operator, String value, String system) {
        return SystemMessages.badFilterValue(property, operator, value, system, "true or false is expected");
    }
}
