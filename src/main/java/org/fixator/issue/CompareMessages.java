package org.fixator.issue;

import org.jspecify.annotations.Nullable;

/** What {@code $compare} says in words. Value sets are named by their canonical with version. */
public final class CompareMessages {

    private CompareMessages() {}

    public static String same(String one, String other) {
        return "The value sets " + one + " and " + other + " contain the same codes";
    }

    public static String subset(String one, String other) {
        return "The valueSet " + one + " is a sub-set of the valueSet " + other;
    }

    public static String superset(String one, String other) {
        return "The valueSet " + one + " is a super-set of the valueSet " + other;
    }

    public static String overlapping(String one, String other) {
        return "Both value sets " + one + " and " + other
                + " contain the codes the other doesn't, but there is some overlap";
    }

    public static String disjoint(String one, String other) {
        return "No shared codes between the value sets " + one + " and " + other;
    }

    public static String empty(String one, String other) {
        return "Both the value sets " + one + " and " + other + " are empty";
    }

    public static String indeterminate(String one, String other, String reason) {
        return "Unable to compare " + one + " and " + other + ": " + reason;
    }

    /**
     * Why members cannot be compared, where one of them cannot be expanded.
     *
     * @param one what is wrong with this value set; null where nothing is
     * @param other what is wrong with the other
     */
    public static String expansionFailed(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? "Other expansion failed: " + other : "This expansion failed: " + one;
        }
        return one.equals(other)
                ? "Both expansions failed: " + one
                : "Both expansions failed with different errors: " + one + "; " + other;
    }

    /** Why members cannot be compared, where there may be more of them than can be listed. */
    public static String unclosed(boolean one, boolean other) {
        if (one && other) {
            return "Both expansions are unclosed";
        }
        return (one ? "This" : "Other") + " expansion is unclosed";
    }
}
