package org.fixator.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.fixator.issue.JobMessages;
import org.fixator.issue.Messages;
import org.fixator.issue.TerminologyException;
import org.fixator.jobs.ImportRequest;
import org.fixator.jobs.Job;
import org.fixator.jobs.JobAnswer;
import org.fixator.jobs.Jobs;
import org.fixator.jobs.ReleaseOperations;
import org.fixator.wire.OperationParameters;
import org.fixator.wire.OperationTables;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the files of {@code $import-release}: one as the body, or several as the parts of a multipart body, in which
 * those in the field {@code structureFrom} only lend chapters and notes. What is received streams to the disk.
 */
final class ReleaseUpload {

    /** Above this many bytes a request is answered before its import has ended, unless the client wants to wait. */
    private static final long ASYNC_FROM = 1_000_000;

    /** How long a small import is waited for. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String STRUCTURE = "structureFrom";
    private static final Pattern WAIT = Pattern.compile("\\bwait\\s*=\\s*(\\d{1,5})\\b");
    private static final Pattern FILE_NAME =
            Pattern.compile("filename\\s*=\\s*(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);

    private final Jobs jobs;
    private final ReleaseOperations operations;

    ReleaseUpload(Jobs jobs, ReleaseOperations operations) {
        this.jobs = jobs;
        this.operations = operations;
    }

    JobAnswer take(HttpServletRequest request, FhirPath path) throws IOException {
        OperationParameters in = parameters(request, path);
        ImportRequest wanted = ReleaseOperations.request(in);
        Job job;
        try (Jobs.Receiving receiving = jobs.begin(wanted)) {
            receiving.expect(request.getContentLengthLong());
            if (JakartaServletFileUpload.isMultipartContent(request)) {
                parts(request, receiving);
            } else {
                body(request, in, receiving);
            }
            job = receiving.start();
        }
        long bytes = job.files().stream().mapToLong(file -> file.bytes()).sum();
        Duration patience = patience(request.getHeader("Prefer"), bytes);
        if (!patience.isZero()) {
            job = await(job, patience);
        }
        JobAnswer answer = operations.job(job.id(), path.version());
        return answer.answer().status() == 202
                ? new JobAnswer(job.id(), ReleaseOperations.accepted(job), answer.progress())
                : answer;
    }

    /** The parameters are those of the url: the body is the file. */
    private static OperationParameters parameters(HttpServletRequest request, FhirPath path) {
        FhirPath own = new FhirPath(path.base(), "$import-release");
        OperationTarget target = own.operation().orElseThrow();
        Map<String, List<String>> query = OperationRequest.query(request.getQueryString());
        for (String name : List.of("url", "path", "file", "source")) {
            if (query.containsKey(name)) {
                // who sends one expects it to be read, and this server opens no file and no url of a client's choice
                throw new TerminologyException(Messages.unsupportedParameter(name));
            }
        }
        return OperationParameters.read(
                OperationTables.IMPORT_RELEASE,
                OperationRequest.of(request, target, null).strictly());
    }

    private static void body(HttpServletRequest request, OperationParameters in, Jobs.Receiving receiving)
            throws IOException {
        String name = in.text("fileName");
        if (name == null) {
            name = named(request.getHeader("Content-Disposition"), in.required("kind"));
        }
        long length = request.getContentLengthLong();
        String packed = request.getHeader("Content-Encoding");
        boolean gzip = packed != null && packed.equalsIgnoreCase("gzip");
        if (packed != null && !gzip && !packed.equalsIgnoreCase("identity")) {
            throw new RefusedException(
                    new Refusal(415, "not-supported", "Content-Encoding can be gzip, not " + packed));
        }
        if (length == 0 || (length < 0 && request.getHeader("Transfer-Encoding") == null)) {
            return;
        }
        try (InputStream in2 = gzip ? new GZIPInputStream(request.getInputStream()) : request.getInputStream()) {
            receiving.receive(name, in2, gzip ? -1 : length, false);
        } catch (ZipException e) {
            throw new RefusedException(new Refusal(400, "structure", "The body is not gzip: " + e.getMessage()));
        }
    }

    private static String named(@Nullable String disposition, String kind) {
        Matcher matcher = FILE_NAME.matcher(disposition == null ? "" : disposition);
        if (!matcher.find()) {
            return kind;
        }
        String quoted = matcher.group(1);
        return quoted == null ? matcher.group(2) : quoted;
    }

    private static void parts(HttpServletRequest request, Jobs.Receiving receiving) throws IOException {
        JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory> upload = new JakartaServletFileUpload<>();
        upload.setHeaderCharset(StandardCharsets.UTF_8);
        try {
            for (var parts = upload.getItemIterator(request); parts.hasNext(); ) {
                FileItemInput part = parts.next();
                if (part.isFormField()) {
                    throw new TerminologyException(JobMessages.noFile(part.getFieldName()));
                }
                try (InputStream in = part.getInputStream()) {
                    receiving.receive(
                            part.getName(), in, -1, part.getFieldName().equals(STRUCTURE));
                }
            }
        } catch (FileUploadException e) {
            throw new TerminologyException(JobMessages.badMultipart(String.valueOf(e.getMessage())));
        }
    }

    /** How long to wait for the end: RFC 7240's {@code wait}, {@code respond-async}, else by size. */
    private static Duration patience(@Nullable String prefer, long bytes) {
        String wishes = prefer == null ? "" : prefer.toLowerCase(Locale.ROOT);
        Matcher wait = WAIT.matcher(wishes);
        if (wait.find()) {
            return Duration.ofSeconds(Math.min(600, Long.parseLong(wait.group(1))));
        }
        return wishes.contains("respond-async") || bytes > ASYNC_FROM ? Duration.ZERO : PATIENCE;
    }

    private Job await(Job job, Duration patience) {
        try {
            return jobs.await(job.id(), patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return job;
        }
    }
}
