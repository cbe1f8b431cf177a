package org.fixator.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.fixator.wire.LargeAnswers;
import org.fixator.wire.OperationAnswer;

/** Sends the answers of operations, the large ones in turn. Thread-safe. */
final class SentAnswers {

    private final LargeAnswers large;

    SentAnswers(LargeAnswers large) {
        this.large = large;
    }

    void send(OperationAnswer answer, HttpServletResponse response) throws IOException {
        if (answer.length() < LargeAnswers.BYTES) {
            HotPathFilter.write(answer, response);
            answer.release();
            large.smallGiven();
            return;
        }
        try (LargeAnswers.Turn turn = large.take()) {
            HotPathFilter.write(answer, response);
            answer.release();
        }
    }
}
