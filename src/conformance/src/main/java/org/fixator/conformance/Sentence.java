package org.fixator.conformance;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.hl7.fhir.validation.special.TxTester;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Listens to what the tests' runner logs for the sentence with which it ends. A run that broke off has no such sentence,
 * only an error: its results would be a part taken for the whole.
 */
final class Sentence extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger(TxTester.class);
    private @Nullable String sentence;
    private @Nullable String error;

    static Sentence listening() {
        Sentence listener = new Sentence();
        listener.setContext(listener.logger.getLoggerContext());
        listener.start();
        listener.logger.addAppender(listener);
        return listener;
    }

    @Override
    protected void append(ILoggingEvent event) {
        String text = event.getFormattedMessage();
        if (text.contains("HL7 terminology service tests")) {
            sentence = text;
        } else if (text.startsWith("Exception running Terminology Service Tests")) {
            error = text;
        }
    }

    String heard() {
        if (sentence == null) {
            throw new IllegalStateException(error == null ? "The tests' runner did not come to its end" : error);
        }
        return sentence;
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        stop();
    }
}
