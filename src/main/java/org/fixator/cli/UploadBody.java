package org.fixator.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of an import as the body of a request: one as it is, several as parts; streamed from the disk. */
final class UploadBody {

    private record Part(String field, String name, Path path) {}

    private final List<Part> parts;
    private final String boundary = "fixator-" + UUID.randomUUID();

    private UploadBody(List<Part> parts) {
        this.parts = parts;
    }

    /** @throws Failure for a file that is not there, and for a folder with nothing in it */
    static UploadBody of(List<Path> files, List<Path> structure) {
        List<Part> parts = new ArrayList<>();
        files.forEach(file -> add("file", file, parts));
        structure.forEach(file -> add("structureFrom", file, parts));
        return new UploadBody(parts);
    }

    private static void add(String field, Path file, List<Part> parts) {
        if (!Files.isReadable(file)) {
            throw new Failure(ExitCode.USAGE, file + (Files.exists(file) ? " cannot be read" : " does not exist"));
        }
        if (!Files.isDirectory(file)) {
            parts.add(new Part(field, String.valueOf(file.getFileName()), file));
            return;
        }
        Path folder = file.toAbsolutePath().normalize();
        int before = parts.size();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(path -> parts.add(new Part(
                            field,
                            folder.getFileName() + "/"
                                    + folder.relativize(path).toString().replace('\\', '/'),
                            path)));
        } catch (IOException e) {
            throw new Failure(ExitCode.USAGE, file + " cannot be read: " + e.getMessage());
        }
        if (parts.size() == before) {
            throw new Failure(ExitCode.USAGE, "There are no files in " + file);
        }
    }

    private boolean isSingle() {
        return parts.size() == 1 && parts.get(0).field().equals("file");
    }

    /** The name of the only file; {@code null} where there are parts, which bear their own. */
    @Nullable
    String fileName() {
        return isSingle() ? parts.get(0).name() : null;
    }

    String contentType() {
        return isSingle() ? "application/octet-stream" : "multipart/form-data; boundary=" + boundary;
    }

    /** @param progress is told how much was sent */
    BodyPublisher publisher(CountedBody.Progress progress) {
        try {
            if (isSingle()) {
                return new CountedBody(BodyPublishers.ofFile(parts.get(0).path()), progress);
            }
            List<BodyPublisher> all = new ArrayList<>();
            for (Part part : parts) {
                all.add(BodyPublishers.ofString(head(part)));
                all.add(BodyPublishers.ofFile(part.path()));
                all.add(BodyPublishers.ofString("\r\n"));
            }
            all.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
            return new CountedBody(BodyPublishers.concat(all.toArray(BodyPublisher[]::new)), progress);
        } catch (FileNotFoundException e) {
            throw new Failure(ExitCode.USAGE, "A file went away: " + e.getMessage());
        }
    }

    private String head(Part part) {
        String name = part.name().replace("\\", "\\\\").replace("\"", "\\\"");
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part.field() + "\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    }
}
