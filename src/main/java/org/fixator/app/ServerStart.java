package org.fixator.app;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fixator.http.PrivateFile;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.web.context.WebServerApplicationContext;

/** Tells people and programs that the server is ready and where: the last line of the start, and server.json. */
public final class ServerStart implements DisposableBean {
    private final DataDirectory directory;
    private final FixatorSettings settings;
    private final WebServerApplicationContext server;
    private final HeapSize heap;
    private final Path serverFile;

    ServerStart(DataDirectory directory, FixatorSettings settings, WebServerApplicationContext server, HeapSize heap) {
        this.directory = directory;
        this.settings = settings;
        this.server = server;
        this.heap = heap;
        this.serverFile = directory.path().resolve("server.json");
    }

    /** Every part is up. */
    void ready() {
        String url =
                "http://" + host(settings.bind()) + ":" + server.getWebServer().getPort();
        try {
            writeServerFile(url + "/fhir");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + serverFile, e);
        }
        if (settings.announce()) {
            print(System.out, url);
        }
    }

    /** What the start does when the server is ready already is done, too. */
    void settled() {
        if (settings.announce()) {
            // only in a process of its own: elsewhere the heap belongs to others, too
            heap.follow();
        }
    }

    /** For the command line, which speaks to a running server and opens the directory itself otherwise. */
    private void writeServerFile(String url) throws IOException {
        String token = Files.readString(directory.path().resolve("admin-token"), StandardCharsets.UTF_8)
                .strip();
        PrivateFile.write(
                serverFile,
                "{\"pid\":" + ProcessHandle.current().pid() + ",\"url\":\"" + url + "\",\"token\":\"" + token
                        + "\"}\n");
    }

    private void print(PrintStream out, String url) {
        out.println("Fixator is ready: FHIR R4 at " + url + "/fhir, health at " + url + "/health/ready, admin token in "
                + directory.path().resolve("admin-token").toAbsolutePath().normalize());
        out.flush();
    }

    private static String host(InetAddress bind) {
        if (bind.isLoopbackAddress() || bind.isAnyLocalAddress()) {
            return "localhost";
        }
        String address = bind.getHostAddress();
        return address.contains(":") ? "[" + address + "]" : address;
    }

    @Override
    public void destroy() throws IOException {
        Files.deleteIfExists(serverFile);
    }
}
