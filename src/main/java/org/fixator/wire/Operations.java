package org.fixator.wire;

/** Answers operations. Safe for use by many threads. */
public interface Operations {

    /** The answer, an OperationOutcome where the call cannot be answered; anything thrown is a bug. */
    OperationAnswer answer(OperationCall call);
}
