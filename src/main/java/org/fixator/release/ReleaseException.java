package org.fixator.release;

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

    /** The file, with the entry inside it after a {@code !}, and the line after a {@code :}, where there are such. */
    public String file() {
        return file;
    }

    public String reason() {
        return reason;
    }
}
