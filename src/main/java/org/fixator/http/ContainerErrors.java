package org.fixator.http;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Writes an OperationOutcome where the container itself refuses a request, before any filter has seen it. */
public final class ContainerErrors extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        // The only request that the container answers with a 5xx by itself is one that asks for a tunnel.
        int answered = status == 501 ? 405 : status;
        try {
            IssueTypes.refusal(answered, "").write(request, response);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // The client is gone, or the answer is on its way: there is nobody to tell.
            container.getLogger().debug("An error could not be reported", e);
        }
    }
}
