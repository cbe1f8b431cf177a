package org.fixator.codesystem;

/** The answer to {@code $subsumes}, and the code system version that gave it. */
public record SubsumesResult(Subsumption outcome, CodeSystemDescription system) {}
