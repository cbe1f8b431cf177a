package org.fixator.coding;

/** The FHIR releases that a request can be made in. */
public enum FhirVersion {
    R4,
    R4B,
    R5;

    /** Whether the shape of resources is that of FHIR R5. */
    public boolean isR5() {
        return this == R5;
    }
}
