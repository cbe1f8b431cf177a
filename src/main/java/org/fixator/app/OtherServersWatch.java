package org.fixator.app;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.fixator.store.release.OtherServers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/** Looks every half second for what other servers have changed in a database that they share with this one. */
final class OtherServersWatch implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(OtherServersWatch.class);
    private static final int MILLISECONDS_BETWEEN_LOOKS = 500;

    private final OtherServers others;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "other-servers");
        thread.setDaemon(true);
        return thread;
    });
    private boolean failing;

    OtherServersWatch(OtherServers others) {
        this.others = others;
    }

    /** Notes where the list of changes stands, before the catalog is filled. */
    void listen() {
        if (others.mayBe()) {
            others.listen();
        }
    }

    /** The catalog is filled: from now on it follows. */
    void follow() {
        if (others.mayBe()) {
            ScheduledFuture<?> unused =
                    looking.scheduleWithFixedDelay(this::look, 0, MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        }
    }

    /** A schedule ends with the first exception; a database that is away for a while must not end the watch. */
    private void look() {
        try {
            others.catchUp();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("What other servers have changed cannot be read; it is tried again and again", e);
            }
            failing = true;
        }
    }

    @Override
    public void destroy() {
        looking.shutdownNow();
    }
}
