package org.fixator.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sends requests as they are written, also those that no library would send: one connection for each. */
final class RawClient {
    private final int port;

    RawClient(int port) {
        this.port = port;
    }

    /** An answer, its body put together from its chunks. */
    record Answer(int status, List<String> headers, String body) {
        boolean has(String name, String part) {
            return headers.stream()
                    .map(header -> header.toLowerCase(Locale.ROOT))
                    .anyMatch(header -> header.startsWith(name.toLowerCase(Locale.ROOT) + ":")
                            && header.contains(part.toLowerCase(Locale.ROOT)));
        }
    }

    Answer send(String method, String path, List<String> headers, byte @Nullable [] body) {
        StringBuilder head = new StringBuilder();
        head.append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: localhost:")
                .append(port);
        head.append("\r\nConnection: close\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (body != null) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            if (body != null) {
                out.write(body);
            }
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        }
    }

    private static Answer read(InputStream in) throws IOException {
        List<String> headers = new ArrayList<>();
        String status = line(in);
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            headers.add(header);
        }
        Answer empty = new Answer(Integer.parseInt(status.split(" ", -1)[1]), headers, "");
        byte[] body = empty.has("Transfer-Encoding", "chunked") ? chunks(in) : in.readAllBytes();
        return new Answer(empty.status(), headers, new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            all.write(in.readNBytes(size));
            line(in);
        }
        return all.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
