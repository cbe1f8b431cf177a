package org.fixator.http.seam;

/** Answers terminology operations, refusals included. */
public interface Terminology {
    OperationAnswer answer(OperationCall call);
}
