package org.fixator.http;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that a bad request is the client's fault, and that the text of a bug stays in the log. */
@Interceptor
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public @Nullable BaseServerResponseException convert(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) {
                return refused;
            }
            if (cause instanceof DataFormatException) {
                return new InvalidRequestException(cause.getMessage());
            }
        }
        if (failure instanceof BaseServerResponseException known && known.getStatusCode() < 500) {
            return null;
        }
        LOG.error("A request failed", failure);
        return new InternalErrorException("The server failed; its log says why");
    }
}
