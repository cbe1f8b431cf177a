package org.fixator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.OperationCall;
import org.fixator.wire.Operations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers in place of an engine that throws: with a 500 whose cause stands in the log and not in the answer. All ways in
 * pass here, so they fail alike.
 */
final class SafeTerminology implements Operations {
    private static final Logger LOG = LoggerFactory.getLogger(SafeTerminology.class);

    private final Operations engine;

    SafeTerminology(Operations engine) {
        this.engine = engine;
    }

    @Override
    public OperationAnswer answer(OperationCall call) {
        try {
            return engine.answer(call);
        } catch (RuntimeException e) {
            LOG.error("{} failed", call.operation(), e);
            return answer(new Refusal(500, "exception", "The server failed; its log says why"));
        }
    }

    /** A refusal as the answer to one of several calls. */
    static OperationAnswer answer(Refusal refusal) {
        try {
            return new OperationAnswer(refusal.status(), refusal.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
