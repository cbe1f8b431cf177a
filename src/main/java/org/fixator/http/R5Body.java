package org.fixator.http;

import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** The body of a request that stores a resource, as JSON: as it was sent, or made from XML. */
final class R5Body {
    private R5Body() {}

    static byte[] json(ServletRequestDetails request, IBaseResource parsed) {
        byte[] body = request.loadRequestContents();
        String text = new String(body, StandardCharsets.UTF_8);
        return EncodingEnum.detectEncodingNoDefault(text) == EncodingEnum.JSON
                ? body
                : json(request.getFhirContext().newJsonParser().encodeResourceToString(parsed));
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
