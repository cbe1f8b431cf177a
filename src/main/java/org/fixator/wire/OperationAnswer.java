package org.fixator.wire;

/**
 * The answer to an operation.
 *
 * @param status HTTP status: 200, or 4xx with an OperationOutcome
 * @param json the resource in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record OperationAnswer(int status, byte[] json) {}
