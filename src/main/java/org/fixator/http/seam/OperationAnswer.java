package org.fixator.http.seam;

/** The status and the resource to answer with, as FHIR JSON. */
public record OperationAnswer(int status, byte[] json) {}
