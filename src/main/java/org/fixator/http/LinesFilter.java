package org.fixator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.fixator.http.BodyLines.Line;
import org.fixator.issue.TerminologyException;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.OperationCall;
import org.fixator.wire.OperationParameters;
import org.fixator.wire.OperationTables;
import org.fixator.wire.Operations;
import org.fixator.wire.OutcomeCodec;
import org.fixator.wire.ParameterTable;
import org.jspecify.annotations.Nullable;

/**
 * Many calls of an operation in one request, in newline-delimited JSON: each line is read, answered and written before the
 * next is read, so a body may be of any length, and a client that does not read the answers is not read from either. A
 * line that cannot be answered gets an OperationOutcome in its place, and the next is answered all the same.
 *
 * @see <a href="http://hl7.org/fhir/R4/nd-json.html">FHIR in newline-delimited JSON</a>
 */
final class LinesFilter extends HttpFilter {
    static final String TYPE = "application/fhir+ndjson";

    /** The longest line in bytes. */
    static final int MAX_LINE = 1 << 20;

    /** A request of this kind takes a thread for as long as its client likes. */
    private static final int AT_A_TIME = 16;

    private static final int BUFFER = 64 << 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Operations terminology;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    LinesFilter(Operations terminology) {
        this.terminology = terminology;
    }

    /** Whether the body of a request is calls in lines. */
    static boolean takes(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && request.getMethod().equals("POST")
                && MediaTypes.isLines(type)
                && FhirPath.of(request)
                        .flatMap(FhirPath::operation)
                        .flatMap(LinesFilter::table)
                        .isPresent();
    }

    private static Optional<ParameterTable> table(OperationTarget target) {
        return OperationTables.ALL.stream()
                .filter(table -> table.inLines()
                        && table.operation().equals(target.operation())
                        && table.type().equals(target.type()))
                .findFirst();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!takes(request)) {
            chain.doFilter(request, response);
            return;
        }
        if (!places.tryAcquire()) {
            response.setHeader("Retry-After", "5");
            new Refusal(429, "throttled", "Too many bodies in lines at a time: there may be " + AT_A_TIME)
                    .write(request, response);
            return;
        }
        try {
            answer(call(request), request, response);
        } catch (TerminologyException e) {
            HotPathFilter.write(OutcomeCodec.answer(e), response);
        } catch (RefusedException e) {
            e.refusal().write(request, response);
        } finally {
            places.release();
        }
    }

    /** What all lines have in common. What is wrong with it is said once, before any line is read. */
    private static OperationCall call(HttpServletRequest request) {
        OperationTarget target =
                FhirPath.of(request).flatMap(FhirPath::operation).orElseThrow();
        OperationCall call = OperationRequest.of(request, target, null);
        OperationParameters.read(table(target).orElseThrow(), call);
        return call;
    }

    private void answer(OperationCall call, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        InputStream arriving = request.getInputStream();
        InputStream body = unpacked(arriving, request.getHeader("Content-Encoding"));
        response.setContentType(TYPE);
        OutputStream answers = new BufferedOutputStream(response.getOutputStream(), BUFFER);
        BodyLines lines = new BodyLines(body, arriving, MAX_LINE, answers);
        Refusal end = answer(call, lines, answers);
        if (end != null && lines.number() == 0 && !response.isCommitted()) {
            throw new RefusedException(end);
        }
        if (end != null) {
            write(SafeTerminology.answer(end), lines.number() + 1, answers);
        }
        answers.flush();
    }

    /** @return why the body ended too early; {@code null} where it was read to its end */
    private @Nullable Refusal answer(OperationCall call, BodyLines lines, OutputStream answers) throws IOException {
        try {
            Line line = next(lines);
            while (line != null) {
                write(answer(call, line), line.number(), answers);
                line = next(lines);
            }
            return null;
        } catch (RefusedException e) {
            return e.refusal();
        }
    }

    private static @Nullable Line next(BodyLines lines) throws IOException {
        try {
            return lines.next();
        } catch (ZipException | EOFException e) {
            throw CheckedBody.notPacked();
        } catch (SocketTimeoutException e) {
            throw CheckedBody.late();
        } catch (IOException e) {
            // Who has only stopped sending may still read what became of the lines before.
            throw new RefusedException(new Refusal(400, "structure", "The body broke off before its end"));
        }
    }

    private OperationAnswer answer(OperationCall call, Line line) {
        byte[] bytes = line.bytes();
        if (bytes == null) {
            Refusal tooLong =
                    new Refusal(413, "too-long", "The line is longer than the limit of " + MAX_LINE + " bytes");
            return SafeTerminology.answer(tooLong);
        }
        return terminology.answer(call.ofLine(bytes));
    }

    private static void write(OperationAnswer answer, long line, OutputStream answers) throws IOException {
        answers.write(answer.status() < 400 ? answer.json() : numbered(answer.json(), line));
        answers.write('\n');
    }

    /** An outcome that says which line it is about, to programs by its id and to people by its text. */
    private static byte[] numbered(byte[] outcome, long line) throws IOException {
        JsonNode tree = JSON.readTree(outcome);
        for (JsonNode issue : tree.path("issue")) {
            number(issue, "diagnostics", line);
            number(issue.path("details"), "text", line);
        }
        ObjectNode numbered = JSON.createObjectNode();
        numbered.set("resourceType", tree.get("resourceType"));
        numbered.put("id", "line-" + line);
        numbered.set("issue", tree.get("issue"));
        return JSON.writeValueAsBytes(numbered);
    }

    private static void number(JsonNode holder, String text, long line) {
        if (holder instanceof ObjectNode object && object.hasNonNull(text)) {
            object.put(text, "Line " + line + ": " + object.get(text).asText());
        }
    }

    private static InputStream unpacked(InputStream body, @Nullable String packed) throws IOException {
        if (packed == null || !packed.equalsIgnoreCase("gzip")) {
            return body;
        }
        try {
            return new GZIPInputStream(body, BUFFER);
        } catch (ZipException | EOFException e) {
            throw CheckedBody.notPacked();
        }
    }
}
