package org.fixator.http;

import java.util.concurrent.TimeUnit;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.threads.TaskQueue;
import org.apache.tomcat.util.threads.TaskThreadFactory;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * The threads that answer requests, as the container would have them, apart from one thing: after a quarter of a
 * millisecond a thread gives way to others between two requests. One that goes on from request to request is stopped by
 * the system after some milliseconds, nearly always in the middle of one, which then waits until every other thread on that
 * processor has had as long. See the decision "Threads give way between requests".
 */
final class RequestThreads extends ThreadPoolExecutor {

    private static final long AT_A_TIME = TimeUnit.MICROSECONDS.toNanos(250);
    private static final long IDLE_SECONDS = 60;

    private final ThreadLocal<Turn> turns = ThreadLocal.withInitial(Turn::new);

    /** What a thread does without giving way. */
    private static final class Turn {
        private long began = System.nanoTime();
    }

    private RequestThreads(AbstractProtocol<?> protocol, TaskQueue waiting) {
        super(
                protocol.getMinSpareThreads(),
                protocol.getMaxThreads(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                waiting,
                new TaskThreadFactory("http-" + protocol.getPort() + "-exec-", true, protocol.getThreadPriority()));
        waiting.setParent(this);
    }

    /**
     * Lets a connector that has been configured and not been started answer with such threads, until it is destroyed; not
     * one that has been given others.
     */
    static void answerFor(Connector connector) {
        if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol && protocol.getExecutor() == null) {
            RequestThreads threads = new RequestThreads(protocol, new TaskQueue(protocol.getMaxQueueSize()));
            protocol.setExecutor(threads);
            connector.addLifecycleListener(event -> {
                if (event.getType().equals(Lifecycle.AFTER_DESTROY_EVENT)) {
                    threads.shutdownNow();
                }
            });
        }
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // nothing but the waiting of others depends on it
    protected void afterExecute(Runnable request, @Nullable Throwable failure) {
        super.afterExecute(request, failure);
        Turn turn = turns.get();
        if (System.nanoTime() - turn.began >= AT_A_TIME) {
            Thread.yield();
            turn.began = System.nanoTime();
        }
    }
}
