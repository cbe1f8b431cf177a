package org.fixator.http;

import java.nio.file.Path;

/**
 * What the HTTP side must be told.
 *
 * @param maxBodyBytes largest body of a request that bears the token
 * @param maxOpenBodyBytes largest body of anyone's request
 */
public record HttpSettings(
        Path tokenFile, boolean hotPath, long maxBodyBytes, long maxOpenBodyBytes, int pageSize, int maxPageSize) {}
