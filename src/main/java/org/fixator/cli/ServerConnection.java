package org.fixator.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Speaks to a server. */
final class ServerConnection implements Connection {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private final String base;
    private final @Nullable String token;
    private final Runnable end;

    /**
     * @param base FHIR base
     * @param token {@code null} for none: reading needs none
     * @param end is run when the connection is closed
     */
    ServerConnection(String base, @Nullable String token, Runnable end) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        this.token = token;
        this.end = end;
    }

    @Override
    public Reply call(String method, @Nullable String type, String operation, Query query) {
        return send(request(type, operation, query).method(method, BodyPublishers.noBody()));
    }

    /** Sends files. Not with {@code Expect: 100-continue}: up to JDK 19 the client then waits for ever for a refusal. */
    Reply upload(Query query, String contentType, BodyPublisher body) {
        return send(request(null, "$import-release", query)
                .header("Content-Type", contentType)
                .header("Prefer", "respond-async")
                .POST(body));
    }

    private HttpRequest.Builder request(@Nullable String type, String operation, Query query) {
        String url = base + (type == null ? "/" : "/" + type + "/") + operation + query.encoded();
        HttpRequest.Builder request;
        try {
            request = HttpRequest.newBuilder(URI.create(url));
        } catch (IllegalArgumentException e) {
            throw new Failure(ExitCode.USAGE, "'" + base + "' is not the url of a server");
        }
        request.header("Accept", "application/fhir+json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Content-Location").orElse(null));
        } catch (ConnectException e) {
            throw new Failure(ExitCode.REFUSED, "No server answers at " + base);
        } catch (IOException e) {
            throw new Failure(ExitCode.REFUSED, "The connection to " + base + " broke: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(ExitCode.REFUSED, "Interrupted");
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
