package org.fixator.http;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Arrays;

/**
 * Answers {@code _summary=text} with a resource, as FHIR has it: its text, id, meta and mandatory elements. HAPI sends the
 * bare narrative as HTML, and the word null where there is none.
 *
 * @see <a href="http://hl7.org/fhir/R4/search.html#summary">Search, summary</a>
 */
@Interceptor
public final class TextSummary {
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void asElements(RequestDetails request) {
        if (Arrays.equals(request.getParameters().get("_summary"), new String[] {"text"})) {
            request.removeParameter("_summary");
            request.addParameter("_elements", new String[] {"text", "meta", "(mandatory)"});
        }
    }
}
