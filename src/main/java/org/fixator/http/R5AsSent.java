package org.fixator.http;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import org.fixator.coding.FhirVersion;
import org.fixator.store.R5Reader;
import org.fixator.wire.OperationAnswer;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/** Answers a read in plain JSON with what was sent, and not with what HAPI makes of it. */
@Interceptor
public final class R5AsSent {
    /** False where the answer has been written. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public boolean write(ServletRequestDetails request, @Nullable IBaseResource resource) {
        RestOperationTypeEnum operation = request.getRestOperationType();
        byte[] original = resource == null ? null : R5Reader.original(resource);
        boolean reads = operation == RestOperationTypeEnum.READ || operation == RestOperationTypeEnum.VREAD;
        if (resource == null
                || original == null
                || !reads
                || !JsonNegotiation.wantsPlainJson(
                        request.getHeader("Accept"),
                        OperationRequest.query(request.getServletRequest().getQueryString()),
                        FhirVersion.R5)) {
            return true;
        }
        HttpServletResponse response = request.getServletResponse();
        response.setHeader("ETag", "W/\"" + resource.getIdElement().getVersionIdPart() + "\"");
        Date updated = resource.getMeta().getLastUpdated();
        if (updated != null) {
            response.setHeader(
                    "Last-Modified",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            updated.toInstant().atZone(ZoneOffset.UTC)));
        }
        try {
            HotPathFilter.write(new OperationAnswer(200, original), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return false;
    }
}
