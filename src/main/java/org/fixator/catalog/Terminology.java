package org.fixator.catalog;

import org.fixator.wire.OperationAnswer;
import org.fixator.wire.OperationCall;
import org.fixator.wire.Operations;

/** The terminology operations, freed from their transport. */
public interface Terminology extends Operations {

    /**
     * Answers an operation. A request that cannot be answered is answered by an OperationOutcome with its status; whatever
     * is thrown is a bug.
     */
    @Override
    OperationAnswer answer(OperationCall call);
}
