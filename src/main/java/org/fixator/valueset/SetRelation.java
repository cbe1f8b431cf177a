package org.fixator.valueset;

/** How one value set relates to another: the results of {@code $compare}. */
public enum SetRelation {
    /** Both hold the same codes. */
    SAME("same"),
    /** The other holds all codes of this one, and more. */
    SUBSET("subset"),
    /** This one holds all codes of the other, and more. */
    SUPERSET("superset"),
    /** Each holds codes that the other does not, and they share some. */
    OVERLAPPING("overlapping"),
    /** They share no code. */
    DISJOINT("disjoint"),
    /** Neither holds a code. */
    EMPTY("empty"),
    /** It cannot be told. */
    INDETERMINATE("indeterminate");

    private final String code;

    SetRelation(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
