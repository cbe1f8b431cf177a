package org.fixator.app;

import java.util.concurrent.Executor;

/** Runs what comes up while terminology is being served already. */
interface StartThreads extends Executor {

    /** A thread for each, none of which keeps the process alive. */
    static StartThreads daemons() {
        return work -> {
            Thread thread = new Thread(work, "start");
            thread.setDaemon(true);
            thread.start();
        };
    }
}
