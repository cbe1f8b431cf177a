package org.fixator.codesystem;

import org.jspecify.annotations.Nullable;

/**
 * {@code CodeSystem/$validate-code}.
 *
 * @param value the value to check
 * @param system the system of the request ({@code url}, or the instance); {@code null} where only the coding names it
 * @param version version of the request
 */
public record CodeSystemValidateCodeRequest(
        CodedValue value, @Nullable String system, @Nullable String version, ValidateCodeOptions options) {}
