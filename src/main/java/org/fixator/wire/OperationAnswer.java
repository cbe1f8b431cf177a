package org.fixator.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to an operation: a resource as JSON, large ones in pieces. Immutable as long as nobody writes to its bytes. */
public final class OperationAnswer {

    private final int status;
    private final byte @Nullable [] whole;
    private final List<byte[]> pieces;

    /**
     * @param status HTTP status: 200, or 4xx with an OperationOutcome
     * @param json the resource in UTF-8
     */
    public OperationAnswer(int status, byte[] json) {
        this.status = status;
        this.whole = json;
        this.pieces = List.of();
    }

    /** @param pieces of the resource in UTF-8, small enough that the collector treats them as it does other garbage */
    OperationAnswer(int status, List<byte[]> pieces) {
        this.status = status;
        this.whole = null;
        this.pieces = List.copyOf(pieces);
    }

    public int status() {
        return status;
    }

    /** The resource in UTF-8; a copy where it is in pieces. */
    public byte[] json() {
        if (whole != null) {
            return whole;
        }
        byte[] all = new byte[length()];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }

    /** Number of bytes. */
    public int length() {
        if (whole != null) {
            return whole.length;
        }
        return Math.toIntExact(pieces.stream().mapToLong(piece -> piece.length).sum());
    }

    /** Writes the resource, without making one array of it. */
    public void writeTo(OutputStream out) throws IOException {
        if (whole != null) {
            out.write(whole);
        }
        for (byte[] piece : pieces) {
            out.write(piece);
        }
    }
}
