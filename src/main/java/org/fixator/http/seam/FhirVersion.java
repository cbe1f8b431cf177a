package org.fixator.http.seam;

/** The FHIR version that a request speaks. */
public enum FhirVersion {
    R4,
    R4B,
    R5
}
