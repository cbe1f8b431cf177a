package org.fixator.app;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class QuietRefusalsTest {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger hapi = (Logger) LoggerFactory.getLogger("ca.uhn.fhir.interceptor");
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    @BeforeEach
    void listen() {
        QuietRefusals.install();
        written.start();
        root.addAppender(written);
    }

    @AfterEach
    void stop() {
        root.detachAppender(written);
    }

    @Test
    void whatAClientSentWrongIsOneLineWithoutAStackTrace() {
        hapi.error("Exception thrown by {}: {}", "a hook", "x", new UnprocessableEntityException("not\r\nthis"));
        assertThat(written.list).hasSize(1);
        assertThat(written.list.get(0).getFormattedMessage()).isEqualTo("Refused with 422: not this");
        assertThat(written.list.get(0).getThrowableProxy()).isNull();
    }

    @Test
    void whatTheServerDidWrongIsLoggedInFull() {
        hapi.error("Failed", new InternalErrorException("a bug"));
        assertThat(written.list).hasSize(1);
        assertThat(written.list.get(0).getThrowableProxy()).isNotNull();
    }
}
