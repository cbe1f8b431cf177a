package org.fixator.conceptmap;

import java.util.Locale;

/**
 * How a target relates to its source: R4's ConceptMapEquivalence, which is the finer set, with R5's relationship beside
 * each. R4 is read as "the target is … than the source": {@code wider} is a target that is wider.
 *
 * @see <a href="https://hl7.org/fhir/R4/valueset-concept-map-equivalence.html">R4</a>
 * @see <a href="https://hl7.org/fhir/R5/valueset-concept-map-relationship.html">R5</a>
 */
public enum Relationship {
    RELATEDTO("related-to"),
    EQUIVALENT("equivalent"),
    EQUAL("equivalent"),
    WIDER("source-is-narrower-than-target"),
    SUBSUMES("source-is-narrower-than-target"),
    NARROWER("source-is-broader-than-target"),
    SPECIALIZES("source-is-broader-than-target"),
    INEXACT("related-to"),
    UNMATCHED("not-related-to"),
    DISJOINT("not-related-to");

    private final String r4;
    private final String r5;

    Relationship(String r5) {
        this.r4 = name().toLowerCase(Locale.ROOT);
        this.r5 = r5;
    }

    /** R4's code. */
    public String equivalence() {
        return r4;
    }

    /** R5's code. */
    public String relationship() {
        return r5;
    }

    /** Whether a mapping with this relationship is a match at all. */
    public boolean isMatch() {
        return this != UNMATCHED && this != DISJOINT;
    }
}
