package org.fixator.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.Snapshot;
import org.fixator.codesystem.CodeSystem;
import org.fixator.coding.Canonical;
import org.fixator.coding.ContentMode;
import org.fixator.coding.FhirVersion;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code GET /tx-reg/resolve}, by which clients of HL7's terminology ecosystem ask which server to use for a code
 * system or a value set. This server names itself as authoritative for what it holds, and nobody for the rest: the client
 * then asks the server that it was set up with.
 *
 * @see <a href="https://build.fhir.org/ig/HL7/fhir-tx-ecosystem-ig/ecosystem.html">Terminology ecosystem</a>
 */
final class RegistryFilter extends HttpFilter {
    static final String PATH = "/tx-reg/resolve";

    private static final JsonFactory JSON = new JsonFactory();

    private final Catalog catalog;

    RegistryFilter(Catalog catalog) {
        this.catalog = catalog;
    }

    /** An endpoint of this server. */
    private enum Endpoint {
        R4("/fhir", "4.0.1", FhirVersion.R4),
        R4B("/fhir/r4b", "4.3.0", FhirVersion.R4B),
        R5("/fhir/r5", "5.0.0", FhirVersion.R5);

        private final String path;
        private final String release;
        private final FhirVersion version;

        Endpoint(String path, String release, FhirVersion version) {
            this.path = path;
            this.release = release;
            this.version = version;
        }

        /** The endpoint of a release written as R4, 4.0 or 4.0.1; null where there is none. */
        static @Nullable Endpoint of(String text) {
            for (Endpoint endpoint : values()) {
                if (text.equalsIgnoreCase(endpoint.name())
                        || text.equals(endpoint.release)
                        || endpoint.release.startsWith(text + ".")) {
                    return endpoint;
                }
            }
            return null;
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getRequestURI().equals(PATH) || !request.getMethod().equals("GET")) {
            chain.doFilter(request, response);
            return;
        }
        try {
            byte[] body = answer(OperationRequest.query(request.getQueryString()), ClientAddress.of(request));
            response.setContentType("application/json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        } catch (RefusedException e) {
            e.refusal().write(request, response);
        }
    }

    private byte[] answer(Map<String, List<String>> query, String root) throws IOException {
        String release = only(query, "fhirVersion");
        String system = only(query, "url");
        String valueSet = only(query, "valueSet");
        if (release == null || (system == null && valueSet == null)) {
            throw new RefusedException(
                    new Refusal(400, "required", PATH + " needs fhirVersion, and url of a code system or valueSet"));
        }
        Endpoint endpoint = Endpoint.of(release);
        boolean serves = endpoint != null && serves(catalog.current(endpoint.version), system, valueSet);
        return write(root, serves ? endpoint : null);
    }

    private static boolean serves(Snapshot snapshot, @Nullable String system, @Nullable String valueSet) {
        return (system == null || holds(snapshot, Canonical.parse(system)))
                && (valueSet == null || knows(snapshot, Canonical.parse(valueSet)));
    }

    /** Content that can judge codes: all of them, or a part that says so in its answers. */
    private static boolean holds(Snapshot snapshot, Canonical system) {
        CodeSystem found = snapshot.codeSystems().find(system.url(), system.version());
        return found != null
                && (found.description().content() == ContentMode.COMPLETE
                        || found.description().content() == ContentMode.FRAGMENT);
    }

    private static boolean knows(Snapshot snapshot, Canonical valueSet) {
        return snapshot.valueSets().find(valueSet.url(), valueSet.version()) != null;
    }

    private static @Nullable String only(Map<String, List<String>> query, String name) {
        List<String> values = query.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new RefusedException(new Refusal(400, "invalid", "The parameter '" + name + "' is given twice"));
        }
        return values.isEmpty() || values.get(0).isEmpty() ? null : values.get(0);
    }

    private static byte[] write(String root, @Nullable Endpoint endpoint) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("formatVersion", "1");
            json.writeStringField("registry-url", root + "/tx-reg");
            json.writeArrayFieldStart("authoritative");
            if (endpoint != null) {
                json.writeStartObject();
                json.writeStringField("server-name", "Fixator");
                json.writeStringField("url", root + endpoint.path);
                json.writeStringField("fhirVersion", endpoint.release);
                json.writeBooleanField("open", true);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("candidates");
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
