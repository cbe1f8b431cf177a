package org.fixator.cli;

import org.fixator.coding.FhirVersion;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.OperationCall;
import org.jspecify.annotations.Nullable;

/** Asks what is stored, without a server. */
final class StoredConnection implements Connection {

    private final Installation.Stored stored;

    StoredConnection(Installation.Stored stored) {
        this.stored = stored;
    }

    @Override
    public Reply call(String method, @Nullable String type, String operation, Query query) {
        OperationAnswer answer = stored.answer(new OperationCall(
                operation, type, null, FhirVersion.R4, query.parameters(), null, null, null, null, true));
        return new Reply(answer.status(), answer.json(), null);
    }

    @Override
    public void close() {
        stored.close();
    }
}
