package org.fixator.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request that a filter turns away: status, FHIR issue code, and what was wrong. */
record Refusal(int status, String issueType, String text) {
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Writes an OperationOutcome, as XML if the client asked for that. Its text stands where terminology operations have it,
     * and where HAPI's clients look for it.
     */
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean xml = wantsXml(request);
        byte[] body = xml ? xml() : json();
        response.setStatus(status);
        response.setContentType(xml ? "application/fhir+xml;charset=UTF-8" : "application/fhir+json;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    byte[] json() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("resourceType", "OperationOutcome");
            json.writeArrayFieldStart("issue");
            json.writeStartObject();
            json.writeStringField("severity", "error");
            json.writeStringField("code", issueType);
            json.writeObjectFieldStart("details");
            json.writeStringField("text", text);
            json.writeEndObject();
            json.writeStringField("diagnostics", text);
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private byte[] xml() {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return ("<OperationOutcome xmlns=\"http://hl7.org/fhir\"><issue><severity value=\"error\"/><code value=\""
                        + issueType + "\"/><details><text value=\"" + escaped + "\"/></details><diagnostics value=\""
                        + escaped + "\"/></issue></OperationOutcome>")
                .getBytes(StandardCharsets.UTF_8);
    }

    static boolean wantsXml(HttpServletRequest request) {
        String format = queryFormat(request.getQueryString());
        String accept = request.getHeader("Accept");
        // Who sends XML and asks for nothing else gets XML, as HAPI has it.
        String wanted =
                format != null ? format : accept != null && !accept.isBlank() ? accept : request.getContentType();
        return wanted != null
                && wanted.toLowerCase(Locale.ROOT).contains("xml")
                && !wanted.toLowerCase(Locale.ROOT).contains("json")
                && !wanted.toLowerCase(Locale.ROOT).contains("html");
    }

    /** Reads the query by hand: the servlet's own parsing would use up a form's body. */
    private static @Nullable String queryFormat(@Nullable String query) {
        if (query == null) {
            return null;
        }
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith("_format=")) {
                return pair.substring("_format=".length());
            }
        }
        return null;
    }
}
