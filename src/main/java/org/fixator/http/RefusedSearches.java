package org.fixator.http;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses page sizes and offsets that HAPI hands down to the database as they are. */
@Interceptor
public final class RefusedSearches {
    private static final List<String> NUMBERS = List.of("_count", "_offset", "_getpagesoffset");

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
    public void check(RequestDetails request) {
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
}
