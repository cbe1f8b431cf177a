package org.fixator.release;

import java.io.EOFException;
import java.io.IOException;

/** A release file that cannot be read: which one, and why. */
public final class ReleaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final String reason;

    public ReleaseException(String file, String reason) {
        super(file + ": " + reason);
        this.file = file;
        this.reason = reason;
    }

    public ReleaseException(String file, String reason, Throwable cause) {
        super(file + ": " + reason, cause);
        this.file = file;
        this.reason = reason;
    }

    /** A file that its disk, or the archive that it is in, does not give whole. */
    public static ReleaseException unreadable(String file, IOException cause) {
        String reason = String.valueOf(cause.getMessage());
        boolean cut = cause instanceof EOFException || reason.startsWith("Truncated TAR");
        return new ReleaseException(
                file,
                cut ? "the archive is incomplete: it ends in the middle of a file" : "it cannot be read: " + reason,
                cause);
    }

    /** The file, with the entry inside it after a {@code !}, and the line after a {@code :}, where there are such. */
    public String file() {
        return file;
    }

    public String reason() {
        return reason;
    }
}
