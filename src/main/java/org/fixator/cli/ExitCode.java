package org.fixator.cli;

/** How a command ends. */
final class ExitCode {

    static final int DONE = 0;
    /** The server said no, or the answer is no. */
    static final int REFUSED = 1;

    static final int USAGE = 2;
    /** Another import or another process is at work; later it may go. */
    static final int BUSY = 3;

    private ExitCode() {}
}
