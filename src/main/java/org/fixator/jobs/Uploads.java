package org.fixator.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.fixator.issue.JobMessages;
import org.fixator.issue.TerminologyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the files of jobs are received: a folder for each job, gone when the job has ended. */
final class Uploads {

    /** What is left free on the disk for the database and everybody else. */
    static final long RESERVE = 64L << 20;

    /** A file is stored once as it came and once, later, as the artifact that is made of it. */
    private static final int COPIES = 2;

    private static final int CHUNK = 1 << 16;
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final Path folder;
    private final long maxBytes;
    private final DiskSpace space;

    Uploads(Path folder, long maxBytes, DiskSpace space) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.space = space;
    }

    /**
     * Receives a file.
     *
     * @param expected its size, -1 where the client does not say it
     * @param before what the job has received already
     * @param progress is told of every few bytes more, and may throw to stop
     * @throws TerminologyException (400) for a name that is none, (409) for one that was there, (413) where the job
     *     receives too much, (507) where the disk has no room
     */
    ReceivedFile receive(
            String job,
            String name,
            InputStream in,
            long expected,
            List<ReceivedFile> before,
            boolean structure,
            IntConsumer progress)
            throws IOException {
        String relative = relative(name);
        Path target =
                folder.resolve(job).resolve(structure ? "structure" : "release").resolve(relative);
        if (before.stream().anyMatch(file -> file.path().equals(target))) {
            throw new TerminologyException(JobMessages.doubledFile(relative));
        }
        long already = before.stream().mapToLong(ReceivedFile::bytes).sum();
        requireSpace(job, Math.max(0, expected));
        if (already + expected > maxBytes) {
            throw new TerminologyException(JobMessages.uploadTooLarge(maxBytes));
        }
        Files.createDirectories(target.getParent());
        MessageDigest digest = sha256();
        long bytes = 0;
        try (OutputStream file = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW);
                OutputStream out = new DigestOutputStream(file, digest)) {
            byte[] chunk = new byte[CHUNK];
            for (int n = read(in, chunk); n >= 0; n = read(in, chunk)) {
                bytes += n;
                if (already + bytes > maxBytes) {
                    throw new TerminologyException(JobMessages.uploadTooLarge(maxBytes));
                }
                if (bytes / RESERVE != (bytes - n) / RESERVE) {
                    requireSpace(job, 0);
                }
                out.write(chunk, 0, n);
                progress.accept(n);
            }
        }
        return new ReceivedFile(relative, target, HexFormat.of().formatHex(digest.digest()), bytes, structure);
    }

    /** A client that has gone is not a disk that is full. */
    private static int read(InputStream in, byte[] chunk) throws IOException {
        try {
            return in.read(chunk);
        } catch (ZipException e) {
            throw e;
        } catch (IOException e) {
            throw new TerminologyException(JobMessages.connectionLost());
        }
    }

    /** @throws TerminologyException (507) where what is to come does not fit on the disk */
    void requireSpace(String job, long bytes) throws IOException {
        Path place = Files.createDirectories(folder.resolve(job));
        long usable = space.usable(place);
        long needed = COPIES * bytes + RESERVE;
        if (usable < needed) {
            throw new TerminologyException(JobMessages.diskFull(needed, usable));
        }
    }

    /** Deletes what a job has received. */
    void discard(String job) {
        delete(folder.resolve(job));
    }

    /** Deletes what jobs left behind whose process died. */
    void discardAll() {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> jobs = Files.newDirectoryStream(folder)) {
                jobs.forEach(Uploads::delete);
            } catch (IOException e) {
                LOG.warn("Leftovers in {} cannot be deleted: {}", folder, e.getMessage());
            }
        }
    }

    private static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("Received files in {} cannot be deleted: {}", tree, e.getMessage());
        }
    }

    /** A name that stays inside the job's folder: of a path of the client's machine only the last part. */
    private static String relative(String name) {
        String path = name.replace('\\', '/');
        boolean absolute = path.startsWith("/") || path.matches("[A-Za-z]:.*");
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") || part.length() > 200 || part.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
                throw new TerminologyException(JobMessages.badFileName(name));
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        if (parts.isEmpty() || parts.size() > 20) {
            throw new TerminologyException(JobMessages.badFileName(name));
        }
        return absolute ? parts.get(parts.size() - 1) : String.join("/", parts);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
