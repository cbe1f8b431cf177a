package org.fixator.store.artifact;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.fixator.issue.JobMessages;
import org.fixator.issue.TerminologyException;

/**
 * Artifacts as files of a directory that belongs to one process. A file gets its name when its bytes are on the disk, so a
 * file that has a name is whole.
 */
public final class FileArtifacts implements ArtifactStore {

    /** What stays free beside what is asked for. */
    private static final long SPARE = 64L << 20;

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final String UNFINISHED = "unfinished-";

    private final Path directory;

    /** Creates the directory where needed, and removes what an earlier process has not finished. */
    public FileArtifacts(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(directory, UNFINISHED + "*")) {
                for (Path file : unfinished) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the directory " + directory, e);
        }
    }

    @Override
    public String put(Content content) {
        try {
            Path temporary = Files.createTempFile(directory, UNFINISHED, "");
            try {
                return finish(temporary, write(temporary, content));
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            requireSpace(0);
            throw new UncheckedIOException("Cannot write to " + directory, e);
        }
    }

    private static String write(Path file, Content content) throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(
                    new DigestOutputStream(Channels.newOutputStream(channel), digest), 1 << 16);
            content.to(out);
            out.flush();
            channel.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private String finish(Path temporary, String sha256) throws IOException {
        // Over one that is there: it may be damaged.
        Files.move(temporary, directory.resolve(sha256), StandardCopyOption.ATOMIC_MOVE);
        syncDirectory();
        return sha256;
    }

    /** The name is on the disk too. Where directories cannot be opened (Windows), renaming has to do. */
    private void syncDirectory() throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Whether it is here, with the bytes that it should have. */
    boolean holds(String sha256) {
        if (!Files.exists(directory.resolve(sha256))) {
            return false;
        }
        MessageDigest digest = sha256();
        digest.update(read(sha256));
        return HexFormat.of().formatHex(digest.digest()).equals(sha256);
    }

    void remove(String sha256) {
        try {
            Files.deleteIfExists(directory.resolve(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ByteBuffer read(String sha256) {
        try (FileChannel channel = FileChannel.open(directory.resolve(sha256), StandardOpenOption.READ)) {
            return channel.map(MapMode.READ_ONLY, 0, channel.size());
        } catch (NoSuchFileException e) {
            throw ArtifactException.missing(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the artifact " + sha256, e);
        }
    }

    @Override
    public Set<String> list() {
        Set<String> found = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (NAME.matcher(name).matches()) {
                    found.add(name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    @Override
    public int collect(Set<String> used) {
        Set<String> unused = list();
        unused.removeAll(used);
        unused.forEach(this::remove);
        return unused.size();
    }

    @Override
    public void requireSpace(long bytes) {
        try {
            long usable = Files.getFileStore(directory).getUsableSpace();
            if (usable < bytes + SPARE) {
                throw new TerminologyException(JobMessages.diskFull(bytes + SPARE, usable));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
