package org.fixator.http;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses page sizes and offsets that HAPI hands down to the database as they are. */
@Interceptor
public final class RefusedSearches {
    private static final List<String> NUMBERS = List.of("_count", "_offset", "_getpagesoffset");

    /** What FHIR knows behind the colon; a resource type may stand there too. */
    private static final Set<String> MODIFIERS = Set.of(
            "missing",
            "exact",
            "contains",
            "text",
            "text-advanced",
            "code-text",
            "not",
            "above",
            "below",
            "in",
            "not-in",
            "of-type",
            "identifier",
            "iterate",
            "recurse");

    /** What the container says of a form that it could not read whole. */
    private static final String FORM_FAILED = "org.apache.catalina.parameter_parse_failed";

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
    public void check(RequestDetails request) {
        if (request.getOperation() == null) {
            request.getParameters().keySet().forEach(RefusedSearches::checkModifier);
        }
        if (request instanceof ServletRequestDetails over
                && over.getServletRequest().getAttribute(FORM_FAILED) != null) {
            throw new RefusedException(new Refusal(400, "invalid", "The form in the body cannot be decoded"));
        }
        for (String name : NUMBERS) {
            String @Nullable [] values = request.getParameters().get(name);
            if (values != null) {
                for (String value : values) {
                    if (!value.matches("[0-9]{1,9}")) {
                        throw new RefusedException(new Refusal(
                                400, "invalid", name + " must be a whole number from 0, not '" + value + "'"));
                    }
                }
            }
        }
    }

    /** FHIR R4, Search, Modifiers: those that are not supported are rejected. */
    private static void checkModifier(String name) {
        int colon = name.indexOf(':');
        String modifier = colon < 0 ? "" : name.substring(colon + 1).split("\\.", 2)[0];
        if (colon >= 0 && !MODIFIERS.contains(modifier) && !modifier.matches("[A-Z]\\w*")) {
            throw new RefusedException(new Refusal(
                    400, "not-supported", "The modifier ':" + modifier + "' of '" + name + "' is not known"));
        }
    }
}
