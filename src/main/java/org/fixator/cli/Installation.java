package org.fixator.cli;

import java.nio.file.Path;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.OperationCall;

/** What the command line needs of the program where no server runs on a data directory. Implemented by the start. */
public interface Installation {

    /**
     * Starts the server in this process, on a port of its own that only this machine reaches, for commands that change
     * something.
     *
     * @throws Busy where another process has the directory
     */
    LocalServer start(Path data);

    /**
     * Opens what is stored, without the server, for commands that only ask.
     *
     * @throws Busy where another process has the directory
     */
    Stored open(Path data);

    /** A server in this process. */
    interface LocalServer extends AutoCloseable {

        /** FHIR base. */
        String url();

        String token();

        @Override
        void close();
    }

    /** What is stored, ready to answer. */
    interface Stored extends AutoCloseable {

        /** Answers a terminology operation, {@code $releases} or {@code $jobs}. */
        OperationAnswer answer(OperationCall call);

        @Override
        void close();
    }

    /** Another process has the data directory and is no server that could be asked. */
    final class Busy extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Busy(String message) {
            super(message);
        }
    }
}
