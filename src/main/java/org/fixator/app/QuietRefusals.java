package org.fixator.app;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Keeps the log to what concerns whoever runs the server. HAPI writes each request that a hook refuses as an error with a
 * stack trace; that the client sent something wrong is one line.
 */
final class QuietRefusals extends TurboFilter {

    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_FAILURE = 500;
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(QuietRefusals.class);

    /** Puts the filter into the log of this process, once. */
    static void install() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log
                && log.getTurboFilterList().stream().noneMatch(QuietRefusals.class::isInstance)) {
            QuietRefusals filter = new QuietRefusals();
            filter.setContext(log);
            filter.start();
            log.addTurboFilter(filter);
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        if (!level.isGreaterOrEqual(Level.WARN) || format == null) {
            return FilterReply.NEUTRAL;
        }
        Throwable cause = thrown;
        if (cause == null && arguments != null && arguments.length > 0) {
            Object last = arguments[arguments.length - 1];
            cause = last instanceof Throwable given ? given : null;
        }
        if (cause instanceof BaseServerResponseException refusal && isRefusal(refusal.getStatusCode())) {
            LOG.info("Refused with {}: {}", refusal.getStatusCode(), oneLine(refusal.getMessage()));
            return FilterReply.DENY;
        }
        return FilterReply.NEUTRAL;
    }

    private static boolean isRefusal(int status) {
        return status >= FIRST_REFUSAL && status < FIRST_FAILURE;
    }

    /** What a client sent can be in the text, and must not begin a line of its own. */
    private static String oneLine(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ");
    }
}
