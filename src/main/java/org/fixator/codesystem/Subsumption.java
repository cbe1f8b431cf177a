package org.fixator.codesystem;

/** How concept A relates to concept B: the outcomes of {@code $subsumes}. */
public enum Subsumption {
    EQUIVALENT("equivalent"),
    SUBSUMES("subsumes"),
    SUBSUMED_BY("subsumed-by"),
    NOT_SUBSUMED("not-subsumed");

    private final String code;

    Subsumption(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
