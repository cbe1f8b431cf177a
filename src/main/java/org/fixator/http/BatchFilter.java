package org.fixator.http;

import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.fixator.http.BatchCalls.Call;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.Operations;
import org.jspecify.annotations.Nullable;

/**
 * Answers a batch in plain JSON that calls terminology operations only, without HAPI and without building a bundle. Any
 * other bundle falls through untouched, and gets the same from {@link BundleRequests} as it would get here.
 */
final class BatchFilter extends HttpFilter {
    private static final byte[] HEAD =
            utf8("{\"resourceType\":\"Bundle\",\"type\":\"batch-response\",\"link\":[{\"relation\":\"self\",\"url\":");
    private static final byte[] ENTRIES = utf8("}],\"entry\":[");
    private static final byte[] TAIL = utf8("]}");
    private static final byte[] RESOURCE = utf8("{\"resource\":");
    private static final byte[] STATUS = utf8(",\"response\":{\"status\":\"");
    private static final byte[] OUTCOME = utf8("\",\"outcome\":");
    private static final byte[] END = utf8("}}");
    private static final byte[] STATUS_END = utf8("\"}}");

    private final Operations terminology;

    BatchFilter(Operations terminology) {
        this.terminology = terminology;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        BatchCalls batch = batch(request);
        if (batch == null) {
            chain.doFilter(request, response);
            return;
        }
        HotPathFilter.write(new OperationAnswer(200, answer(batch, request)), response);
    }

    private static @Nullable BatchCalls batch(HttpServletRequest request) throws IOException {
        FhirPath path = FhirPath.of(request).orElse(null);
        if (path == null
                || !path.isBase()
                || !request.getMethod().equals("POST")
                || !(request instanceof BodyRequest body)
                || !JsonNegotiation.isJson(body.mediaType(), path.version())) {
            return null;
        }
        Map<String, List<String>> query = OperationRequest.query(request.getQueryString());
        if (!JsonNegotiation.wantsPlainJson(request.getHeader("Accept"), query, path.version())) {
            return null;
        }
        return BatchCalls.read(body.bytes(), base(request)).orElse(null);
    }

    private static String base(HttpServletRequest request) {
        return ClientAddress.of(request)
                + FhirPath.of(request).map(FhirPath::base).orElseThrow();
    }

    private byte[] answer(BatchCalls batch, HttpServletRequest request) {
        ByteArrayOutputStream json = new ByteArrayOutputStream(batch.calls().size() * 512);
        json.writeBytes(HEAD);
        json.writeBytes(TextNode.valueOf(base(request)).toString().getBytes(StandardCharsets.UTF_8));
        json.writeBytes(ENTRIES);
        boolean first = true;
        for (Call call : batch.calls()) {
            if (!first) {
                json.write(',');
            }
            first = false;
            write(json, answer(call, request));
        }
        json.writeBytes(TAIL);
        return json.toByteArray();
    }

    private OperationAnswer answer(Call call, HttpServletRequest request) {
        try {
            return terminology.answer(OperationRequest.ofEntry(request, call.target(), call.query(), call.body()));
        } catch (RefusedException e) {
            return SafeTerminology.answer(e.refusal());
        }
    }

    private static void write(ByteArrayOutputStream json, OperationAnswer answer) {
        json.writeBytes(RESOURCE);
        json.writeBytes(answer.json());
        json.writeBytes(STATUS);
        json.writeBytes(utf8(answer.status() == 200 ? "200 OK" : Integer.toString(answer.status())));
        if (answer.status() >= 400) {
            json.writeBytes(OUTCOME);
            json.writeBytes(answer.json());
            json.writeBytes(END);
        } else {
            json.writeBytes(STATUS_END);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
