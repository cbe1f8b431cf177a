package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardService;
import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.api.Test;

class RequestThreadsTest {

    private final Connector connector = connector();
    private final AbstractProtocol<?> protocol = (AbstractProtocol<?>) connector.getProtocolHandler();

    private static Connector connector() {
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setService(new StandardService());
        ((AbstractProtocol<?>) connector.getProtocolHandler()).setMaxThreads(20);
        RequestThreads.answerFor(connector);
        return connector;
    }

    @Test
    void asManyRequestsAsTheContainerIsSetToAreAnsweredAtATime() throws InterruptedException {
        CountDownLatch together = new CountDownLatch(20);
        for (int i = 0; i < 20; i++) {
            protocol.getExecutor().execute(() -> {
                together.countDown();
                try {
                    together.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        assertThat(together.await(10, TimeUnit.SECONDS)).isTrue();
        ((RequestThreads) protocol.getExecutor()).shutdownNow();
    }

    @Test
    void aConnectorThatHasBeenGivenOtherThreadsKeepsThem() {
        Connector given = new Connector();
        AbstractProtocol<?> its = (AbstractProtocol<?>) given.getProtocolHandler();
        its.setExecutor(Runnable::run);
        RequestThreads.answerFor(given);
        assertThat(its.getExecutor()).isNotInstanceOf(RequestThreads.class);
    }

    @Test
    void theThreadsEndWithTheirConnector() throws LifecycleException {
        connector.init();
        RequestThreads threads = (RequestThreads) protocol.getExecutor();
        assertThat(threads.isShutdown()).isFalse();
        connector.destroy();
        assertThat(threads.isShutdown()).isTrue();
    }
}
