package org.fixator.conformance;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged jar as a process of its own, on a free port and with an empty data directory that goes with it. */
public final class ServerProcess implements Server {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration POLL = Duration.ofMillis(200);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final URI root;
    private final Path data;
    private final Path log;

    private ServerProcess(Process process, URI root, Path data, Path log) {
        this.process = process;
        this.root = root;
        this.data = data;
        this.log = log;
    }

    /**
     * Starts the jar and waits until it is ready.
     *
     * @param arguments the server's own, beside those for port and data
     * @param log receives what the server prints
     */
    public static ServerProcess start(Path jar, List<String> arguments, Path log) throws IOException {
        int port = freePort();
        Path data = Files.createTempDirectory("fixator-conformance");
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-Xmx1g", "-jar", jar.toString()));
        command.addAll(List.of("--server.port=" + port, "--fixator.data=" + data));
        command.addAll(arguments);
        Files.createDirectories(log.toAbsolutePath().getParent());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        ServerProcess server = new ServerProcess(process, URI.create("http://localhost:" + port), data, log);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        server.awaitReady();
        server.warmUp();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (get(root + "/health/ready") != 200) {
            if (!process.isAlive()) {
                throw failure("ended with code " + process.exitValue());
            }
            if (Instant.now().isAfter(deadline)) {
                throw failure("was not ready after " + PATIENCE.toSeconds() + " s");
            }
            sleep();
        }
    }

    /** The tests' client waits no longer than 3 s for the metadata: not enough for the first time on a busy machine. */
    private void warmUp() {
        for (FhirBase base : FhirBase.values()) {
            get(base.on(root) + "/metadata");
            get(base.on(root) + "/metadata?mode=terminology");
        }
    }

    /** The status of the answer, or 0 if there was none. */
    private int get(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofMinutes(1))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException noAnswer) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private IllegalStateException failure(String what) {
        close();
        return new IllegalStateException("The server " + what + "; see " + log);
    }

    @Override
    public URI root() {
        return root;
    }

    /** The data directory, which is deleted when the server is closed. */
    public Path data() {
        return data;
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        deleteData();
    }

    private void deleteData() {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Cannot delete " + data, e);
        }
    }
}
