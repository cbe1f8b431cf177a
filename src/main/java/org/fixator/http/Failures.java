package org.fixator.http;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import com.github.dnault.xmlpatch.PatchException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.SAXException;

/**
 * Sees to it that a bad request is the client's fault, that the text of a bug stays in the log, and that each answer bears
 * an outcome of the FHIR release that is spoken, with the kind of issue that its status stands for.
 */
@Interceptor
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final FhirContext fhirContext;

    Failures(FhirContext fhirContext) {
        this.fhirContext = fhirContext;
    }

    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public @Nullable BaseServerResponseException convert(Throwable failure, RequestDetails request) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) {
                return refused.in(fhirContext);
            }
            if (cause instanceof DataFormatException) {
                return refused(400, String.valueOf(cause.getMessage()));
            }
        }
        if (failure instanceof BaseServerResponseException known && known.getStatusCode() < 500) {
            boolean speaksForItself = known.getOperationOutcome() != null
                    && !String.valueOf(known.getMessage()).contains("does not know how to handle");
            return known.getStatusCode() < 400 || speaksForItself
                    ? null
                    : refused(status(known, request), String.valueOf(known.getMessage()));
        }
        if (request.getRestOperationType() == RestOperationTypeEnum.PATCH && isUnreadablePatch(request, failure)) {
            return refused(
                    400,
                    "The patch cannot be read or applied: expected is a JSON Patch, an XML Patch or a Parameters resource that fits the resource");
        }
        if (isTooLong(failure)) {
            return refused(
                    422,
                    "A value is longer than its index takes: canonicals at most 500 characters, systems, codes and profiles"
                            + " of meta at most 200; nothing was stored");
        }
        LOG.error("A request failed", failure);
        return refused(500, "");
    }

    /** The database's own word for it, H2's and PostgreSQL's: string data, right truncation. */
    private static boolean isTooLong(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && "22001".equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** HAPI takes the parser's failures, an empty body and a resource of another type for failures of its own. */
    private static boolean isUnreadablePatch(RequestDetails request, Throwable failure) {
        if (request.loadRequestContents().length == 0) {
            return true;
        }
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof SAXException
                || cause instanceof PatchException
                || (cause instanceof IllegalArgumentException && "argument type mismatch".equals(cause.getMessage()));
    }

    /** FHIR wants 412 where If-Match names another version. */
    private static int status(BaseServerResponseException known, RequestDetails request) {
        boolean isMatch = known.getStatusCode() == 409 && request.getHeader("If-Match") != null;
        return isMatch ? 412 : known.getStatusCode();
    }

    private BaseServerResponseException refused(int status, String text) {
        return new RefusedException(IssueTypes.refusal(status, plain(text))).in(fhirContext);
    }

    /** A text of HAPI's without its numbers and the names of its classes, which say nothing to a client. */
    static String plain(String text) {
        return text.replaceAll("HAPI-\\d{4}: ", "")
                .replaceAll("\\w*Exception at ", "at ")
                .replaceAll(
                        "Invalid request: The FHIR endpoint on this server does not know how to handle (\\w+) operation\\[(.*)] with"
                                + " parameters .*",
                        "$1 $2 is not known here; /metadata lists what is");
    }
}
