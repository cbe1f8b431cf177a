import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged server with the benchmark's content and the floor beside it. */
final class Server implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final int port;

    private Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Server start(Path jar, Path folder, List<String> jvm) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        String classPath = System.getenv("CLASSPATH"); // for those who have not packaged
        command.addAll(
                classPath == null
                        ? List.of("-jar", jar.toString())
                        : List.of("-cp", classPath, "org.fixator.app.Main"));
        command.addAll(List.of(
                "--server.port=" + port,
                "--fixator.data=" + folder.resolve("data"),
                "--fixator.content=" + folder.resolve("content"),
                "--fixator.floor=true"));
        Path log = folder.resolve("server.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Server server = new Server(process, port);
        for (int i = 0; i < 3_000; i++) {
            if (!process.isAlive()) {
                throw new IOException("The server ended:\n" + Files.readString(log));
            }
            if (server.status("/health/ready") == 200) {
                return server;
            }
            Thread.sleep(100);
        }
        throw new IOException("The server was not ready after five minutes");
    }

    String url() {
        return "http://localhost:" + port;
    }

    long pid() {
        return process.pid();
    }

    private int status(String path) throws InterruptedException {
        try {
            return CLIENT.send(HttpRequest.newBuilder(URI.create(url() + path)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    /** The answer to a line of a file of requests; anything but 200 is an error. */
    byte[] answer(String prefix, String line) throws IOException, InterruptedException {
        String[] parts = line.split("\t", 2);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + prefix + parts[0].replace("|", "%7C")));
        if (parts.length > 1) {
            request.header("Content-Type", "application/fhir+json").POST(HttpRequest.BodyPublishers.ofString(parts[1]));
        }
        HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(response.statusCode() + " for " + line + "\n" + new String(response.body()));
        }
        return response.body();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
