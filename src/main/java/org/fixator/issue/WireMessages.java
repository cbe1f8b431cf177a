package org.fixator.issue;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a request or a resource as it came over the wire. */
public final class WireMessages {

    private WireMessages() {}

    /** The body is not JSON. */
    public static Issue malformedJson(String what) {
        return structure("The content is not well-formed JSON: " + what, null);
    }

    /** The body is JSON and not an object. */
    public static Issue notAnObject(String found) {
        return structure("A FHIR resource is a JSON object; found " + found, null);
    }

    /** An object or array is nested too deeply. */
    public static Issue tooDeep(int limit) {
        return structure("The JSON is nested deeper than the limit of " + limit + " levels", null);
    }

    /** The body is not XML, or not FHIR's. */
    public static Issue malformedXml(String what) {
        return structure("The content is not well-formed FHIR XML: " + what, null);
    }

    /** An element has another JSON type than FHIR gives it. */
    public static Issue wrongType(String path, String expected, String found) {
        return structure(path + ": expected " + expected + ", found " + found, path);
    }

    /** An element that has one value of one of several types has two. */
    public static Issue choiceRepeated(String path, String one, String other) {
        return structure(path + " is given both as " + one + " and as " + other + "; it has a single value", path);
    }

    /** An element that FHIR requires is missing. */
    public static Issue missingElement(String path) {
        return new Issue(Severity.ERROR, IssueType.REQUIRED, null, null, path + " is missing", path);
    }

    /** An element has a value that FHIR does not define for it. */
    public static Issue undefinedValue(String path, String value, Collection<String> allowed) {
        return value(path + ": '" + value + "' is not one of " + String.join(", ", allowed), path);
    }

    /** A resource of another type than the one that belongs there. */
    public static Issue wrongResourceType(String path, String expected, String found) {
        return structure(path + ": expected a resource of type " + expected + ", found " + found, path);
    }

    /** A parameter that may be given once is given more often. */
    public static Issue parameterRepeated(String name) {
        return new Issue(
                Severity.ERROR,
                IssueType.INVALID,
                null,
                null,
                "The parameter '" + name + "' is given more than once; it has a single value",
                name);
    }

    /** A required parameter is missing. */
    public static Issue parameterMissing(String operation, String what) {
        return new Issue(
                Severity.ERROR,
                IssueType.REQUIRED,
                null,
                null,
                operation + " needs " + what + ", which is missing",
                null);
    }

    /** A parameter's value cannot be read as what it should be. */
    public static Issue parameterValue(String name, String found, String expected) {
        return value("The parameter '" + name + "' is " + found + "; it should be " + expected, name);
    }

    /** Two parameters that exclude each other. */
    public static Issue parametersExclude(String operation, Collection<String> names) {
        return new Issue(
                Severity.ERROR,
                IssueType.INVALID,
                null,
                null,
                operation + " takes only one of " + String.join(", ", names),
                null);
    }

    /** A parameter that nobody knows, under {@code Prefer: handling=strict}. */
    public static Issue parameterUnknown(String operation, String name, Collection<String> known) {
        return new Issue(
                Severity.ERROR,
                IssueType.INVALID,
                null,
                null,
                "The parameter '" + name + "' is not a parameter of " + operation + ", which knows "
                        + String.join(", ", known),
                name);
    }

    /** A resource that the request names by id and that is not stored. */
    public static Issue instanceNotFound(String type, String id) {
        return new Issue(
                Severity.ERROR,
                IssueType.NOT_FOUND,
                null,
                null,
                "There is no " + type + " with the id '" + id + "'",
                null);
    }

    /** A concept map that is neither stored nor sent with the request. */
    public static Issue conceptMapNotFound(String canonical) {
        return new Issue(
                Severity.ERROR,
                IssueType.NOT_FOUND,
                TxIssueType.NOT_FOUND,
                null,
                "A definition for the concept map '" + canonical + "' could not be found",
                null);
    }

    private static Issue structure(String text, @Nullable String path) {
        return new Issue(Severity.ERROR, IssueType.STRUCTURE, null, null, text, path);
    }

    private static Issue value(String text, String path) {
        return new Issue(Severity.ERROR, IssueType.VALUE, null, null, text, path);
    }
}
