package org.fixator.release;

import org.fixator.coding.Coding;

/** What the designations of releases are for. */
public final class DesignationUse {

    private static final String SYSTEM = "https://fixator.example.org/fhir/CodeSystem/designation-use";

    /** The publisher's short title, for claims and forms. */
    public static final Coding SHORT_TITLE = new Coding(SYSTEM, null, "short-title", "Short title");

    /** A condition that the publisher lists as coded here: ICD-10-CM's inclusion terms. */
    public static final Coding INCLUSION_TERM = new Coding(SYSTEM, null, "inclusion-term", "Inclusion term");

    private DesignationUse() {}
}
