package org.fixator.codesystem;

import org.jspecify.annotations.Nullable;

/** {@code CodeSystem/$subsumes}: how {@code codeA} relates to {@code codeB}. */
public record SubsumesRequest(String system, @Nullable String version, String codeA, String codeB) {}
