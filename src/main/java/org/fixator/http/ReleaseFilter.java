package org.fixator.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fixator.issue.JobMessages;
import org.fixator.issue.TerminologyException;
import org.fixator.jobs.JobAnswer;
import org.fixator.jobs.Jobs;
import org.fixator.jobs.ReleaseOperations;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.OutcomeCodec;
import org.fixator.wire.XmlCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operations on releases and imports. Those that change something are called by POST; an import is polled and
 * cancelled at the url that the answer to it names, as FHIR's asynchronous requests are.
 *
 * @see <a href="https://hl7.org/fhir/R4/async.html">Asynchronous requests</a>
 */
final class ReleaseFilter extends HttpFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseFilter.class);
    private static final String IMPORT = "$import-release";
    private static final String JOB = "$job";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final ReleaseOperations operations;
    private final Jobs jobs;
    private final ReleaseUpload upload;
    private final XmlCodec xml;

    ReleaseFilter(ReleaseOperations operations, Jobs jobs, XmlCodec xml) {
        this.operations = operations;
        this.jobs = jobs;
        this.upload = new ReleaseUpload(jobs, operations);
        this.xml = xml;
    }

    /** Whether a request ends an import. */
    static boolean isCancelling(HttpServletRequest request) {
        return request.getMethod().equals("DELETE")
                && FhirPath.of(request)
                        .flatMap(FhirPath::operation)
                        .filter(target ->
                                target.type() == null && target.operation().equals(JOB))
                        .isPresent();
    }

    /** Whether the body of a request is files. */
    static boolean isUpload(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && FhirPath.of(request)
                        .flatMap(FhirPath::operation)
                        .filter(target ->
                                target.type() == null && target.operation().equals(IMPORT))
                        .isPresent();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        FhirPath path = FhirPath.of(request).orElse(null);
        Optional<OperationTarget> target = path == null ? Optional.empty() : path.operation();
        if (path == null || target.isEmpty() || target.get().type() != null || !isOurs(target.get())) {
            chain.doFilter(request, response);
            return;
        }
        try {
            write(answer(request, response, path, target.get()), request, response, path);
        } catch (RefusedException e) {
            e.refusal().write(request, response);
        } catch (TerminologyException e) {
            write(OutcomeCodec.answer(e), request, response, path);
        } catch (RuntimeException e) {
            LOG.error("A request failed", e);
            new Refusal(500, "exception", "The server failed; its log says why").write(request, response);
        }
    }

    private static boolean isOurs(OperationTarget target) {
        return target.operation().equals(IMPORT)
                || ReleaseOperations.CHANGING.contains(target.operation())
                || ReleaseOperations.TELLING.contains(target.operation());
    }

    private OperationAnswer answer(
            HttpServletRequest request, HttpServletResponse response, FhirPath path, OperationTarget target)
            throws IOException {
        String base = ClientAddress.of(request) + path.base();
        String method = request.getMethod();
        if (target.operation().equals(IMPORT)) {
            require(method.equals("POST"), IMPORT, "POST");
            return polled(upload.take(request, path), base, response);
        }
        if (target.operation().equals(JOB)) {
            require(READING.contains(method) || method.equals("DELETE"), JOB, "GET, and by DELETE to cancel");
            String id = id(request);
            if (method.equals("DELETE")) {
                jobs.cancel(id);
            }
            return polled(operations.job(id, path.version()), base, response);
        }
        boolean changes = ReleaseOperations.CHANGING.contains(target.operation());
        require(
                method.equals("POST") || (!changes && READING.contains(method)),
                target.operation(),
                changes ? "POST" : "GET or POST");
        byte[] body = request instanceof BodyRequest withBody ? json(withBody, path) : null;
        return operations.answer(OperationRequest.of(request, target, body));
    }

    private byte[] json(BodyRequest request, FhirPath path) throws IOException {
        byte[] body = request.bytes();
        return request.mediaType().contains("xml") && body.length > 0 ? xml.toJson(body, path.version()) : body;
    }

    private static String id(HttpServletRequest request) {
        Map<String, List<String>> query = OperationRequest.query(request.getQueryString());
        List<String> ids = query.getOrDefault("id", List.of());
        if (ids.size() != 1) {
            throw new RefusedException(new Refusal(400, "required", JOB + " needs the parameter 'id', once"));
        }
        return ids.get(0);
    }

    private static void require(boolean right, String operation, String methods) {
        if (!right) {
            throw new TerminologyException(JobMessages.wrongMethod(operation, methods), 405);
        }
    }

    /** Says where the job is asked for, and how far it is. */
    private static OperationAnswer polled(JobAnswer job, String base, HttpServletResponse response) {
        if (job.answer().status() == 202) {
            response.setHeader("Content-Location", base + "/" + JOB + "?id=" + job.job());
            response.setHeader("Retry-After", "1");
        }
        if (job.progress() != null) {
            response.setHeader("X-Progress", job.progress());
        }
        return job.answer();
    }

    private void write(OperationAnswer answer, HttpServletRequest request, HttpServletResponse response, FhirPath path)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (Refusal.wantsXml(request)) {
            byte[] body = xml.toXml(answer.json(), path.version());
            response.setStatus(answer.status());
            response.setContentType("application/fhir+xml;charset=UTF-8");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        } else {
            HotPathFilter.write(answer, response);
        }
    }
}
