package org.fixator.http;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.fixator.http.RandomRequests.Ask;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/** The same question asked as an entry of a batch, and asked and answered in XML. */
final class OtherWays {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String R5 = "/fhir/r5/";

    private OtherWays() {}

    private static boolean isR5(Ask ask) {
        return ask.path().startsWith(R5);
    }

    private static FhirContext context(Ask ask) {
        return isR5(ask) ? FhirContext.forR5Cached() : FhirContext.forR4Cached();
    }

    /** As the only entry of a batch; {@code null} where the body is no resource. */
    static @Nullable Ask batch(Ask ask) {
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "batch");
        ObjectNode entry = bundle.putArray("entry").addObject();
        String base = isR5(ask) ? R5 : "/fhir/";
        entry.putObject("request")
                .put("method", ask.body() == null ? "GET" : "POST")
                .put("url", ask.path().substring(base.length()));
        if (ask.body() != null) {
            JsonNode body = parsed(ask.body());
            if (body == null || !body.path("resourceType").asText().equals("Parameters")) {
                return null;
            }
            entry.set("resource", body);
        }
        return new Ask(base, bundle.toString(), headers(ask, "application/fhir+json", null));
    }

    /** The answer of the only entry: its status, and its resource or outcome. */
    static Entry entry(String bundle) {
        JsonNode entry = tree(bundle).at("/entry/0");
        JsonNode resource = entry.path("resource");
        String status = entry.at("/response/status").asText();
        return new Entry(
                status.substring(0, Math.min(3, status.length())),
                resource.isMissingNode() ? entry.at("/response/outcome") : resource);
    }

    record Entry(String status, JsonNode resource) {}

    /** In XML, asked and answered; {@code null} where the body cannot be said in XML. */
    static @Nullable Ask xml(Ask ask) {
        String body = ask.body();
        if (body == null) {
            return new Ask(ask.path(), null, headers(ask, null, "application/fhir+xml"));
        }
        if (body.chars().anyMatch(c -> c < ' ') || body.contains("\\u00")) {
            return null;
        }
        FhirContext context = context(ask);
        try {
            IBaseResource read = context.newJsonParser()
                    .setParserErrorHandler(new StrictErrorHandler())
                    .parseResource(body);
            String xml = context.newXmlParser().encodeResourceToString(read);
            if (!isSaid(body, xml, context)) {
                return null;
            }
            return new Ask(ask.path(), xml, headers(ask, "application/fhir+xml", "application/fhir+xml"));
        } catch (DataFormatException | IllegalArgumentException e) {
            return null; // what is broken in JSON is asked in JSON only
        }
    }

    /** Whether XML says all that the JSON says: empty values and arrays in the place of one value are lost in it. */
    private static boolean isSaid(String body, String xml, FhirContext context) {
        IBaseResource back = context.newXmlParser().parseResource(xml);
        return tree(context.newJsonParser().encodeResourceToString(back)).equals(tree(body));
    }

    /** An answer in XML, or in JSON, as HAPI reads it; {@code null} where it is not FHIR, because the question was not. */
    static @Nullable String read(Ask ask, String answer) {
        FhirContext context = context(ask);
        try {
            IBaseResource resource = answer.startsWith("<")
                    ? context.newXmlParser().parseResource(answer)
                    : context.newJsonParser().parseResource(answer);
            return context.newJsonParser().encodeResourceToString(resource);
        } catch (DataFormatException e) {
            return null;
        }
    }

    private static List<String> headers(Ask ask, @Nullable String contentType, @Nullable String accept) {
        List<String> headers = new ArrayList<>();
        for (int i = 0; i < ask.headers().size(); i += 2) {
            if (!ask.headers().get(i).equals("Content-Type")) {
                headers.addAll(ask.headers().subList(i, i + 2));
            }
        }
        if (contentType != null) {
            headers.addAll(List.of("Content-Type", contentType));
        }
        if (accept != null) {
            headers.addAll(List.of("Accept", accept));
        }
        return headers;
    }

    private static JsonNode tree(String body) {
        JsonNode tree = parsed(body);
        return tree == null ? JSON.missingNode() : tree;
    }

    private static @Nullable JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
