package org.fixator.http;

import java.nio.file.Path;

/** What the HTTP side must be told. */
public record HttpSettings(Path tokenFile, boolean hotPath, long maxBodyBytes, int pageSize, int maxPageSize) {}
