package org.fixator.store.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Room on the disk that is taken beforehand, as a file beside the database, so that what has begun to be written can be
 * finished when the disk is full. Then the file is given up; until there is room for it again, new changes are to be refused.
 *
 * <p>Thread-safe.
 */
public final class ReservedSpace {

    /** More than one transaction writes: the largest body that is taken in is stored compressed. */
    public static final long BYTES = 32L << 20;

    /** What must be free beside the reserve before it is taken. */
    private static final long SPARE = 16L << 20;

    private static final int CHUNK = 1 << 20;
    private static final Logger LOG = LoggerFactory.getLogger(ReservedSpace.class);

    private final @Nullable Path file;

    private ReservedSpace(@Nullable Path file) {
        this.file = file;
    }

    /** The reserve in a directory, as it is. */
    public static ReservedSpace in(Path directory) {
        return new ReservedSpace(directory.resolve("fixator.reserve"));
    }

    /** Nothing is reserved, and nothing is ever missing: the database is on another machine. */
    public static ReservedSpace elsewhere() {
        return new ReservedSpace(null);
    }

    /** Takes the reserve if it is not there and there is room for it; says whether it is there. */
    public synchronized boolean hold() {
        if (file == null || isHeld(file)) {
            return true;
        }
        try {
            Files.deleteIfExists(file);
            Path directory = file.toAbsolutePath().getParent();
            if (directory == null || Files.getFileStore(directory).getUsableSpace() < BYTES + SPARE) {
                return false;
            }
            fill(file);
            return true;
        } catch (IOException e) {
            LOG.warn("No room can be reserved for the database: {}", e.getMessage());
            release();
            return false;
        }
    }

    /** Gives the room to whoever writes next. */
    synchronized void release() {
        if (file == null) {
            return;
        }
        try {
            if (Files.deleteIfExists(file)) {
                LOG.error(
                        "The disk of {} is full. The room reserved for the database is used up to finish what was begun;"
                                + " changes are refused until space is free",
                        file.getParent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isHeld(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) == BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    /** Not with zeros, which a file system that compresses would not keep. */
    private static void fill(Path file) throws IOException {
        byte[] noise = new byte[CHUNK];
        new Random(BYTES).nextBytes(noise);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long written = 0; written < BYTES; ) {
                written += channel.write(ByteBuffer.wrap(noise));
            }
        }
    }
}
