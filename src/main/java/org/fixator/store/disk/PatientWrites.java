package org.fixator.store.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes that wait for room, draw on the reserve, and only then fail. */
final class PatientWrites {

    /** As the operating systems say it that a disk, or a user's share of it, is full. */
    private static final List<String> FULL =
            List.of("No space left on device", "Disk quota exceeded", "There is not enough space on the disk");
    /** With less than this a disk counts as full, whatever the words of the failure. */
    private static final long NEXT_TO_NOTHING = 1 << 20;

    private final Path directory;
    private final ReservedSpace reserve;
    private final long pauseMillis;
    private final int pausesBeforeReserve;
    private final int pauses;

    /** @param pauses how often a write is tried again, the first few times without touching the reserve */
    PatientWrites(Path directory, ReservedSpace reserve, long pauseMillis, int pausesBeforeReserve, int pauses) {
        this.directory = directory;
        this.reserve = reserve;
        this.pauseMillis = pauseMillis;
        this.pausesBeforeReserve = pausesBeforeReserve;
        this.pauses = pauses;
    }

    /** One call of the operating system that writes; it may write less than it was given. */
    @FunctionalInterface
    interface Write {
        int bytes() throws IOException;
    }

    /**
     * Writes.
     *
     * @throws IOException where it fails for another reason than room, or there is none for long
     */
    int write(Write write) throws IOException {
        for (int pause = 0; ; pause++) {
            try {
                return write.bytes();
            } catch (IOException e) {
                if (pause == pauses || !isFull(e)) {
                    throw e;
                }
                if (pause == pausesBeforeReserve) {
                    // Whoever fills the disk at this moment would else take what is given up.
                    reserve.release();
                } else {
                    sleep(e);
                }
            }
        }
    }

    private void sleep(IOException full) throws IOException {
        try {
            Thread.sleep(pauseMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw full;
        }
    }

    private boolean isFull(IOException e) {
        String words = String.valueOf(e.getMessage());
        if (FULL.stream().anyMatch(words::contains)) {
            return true;
        }
        try {
            return Files.getFileStore(directory).getUsableSpace() < NEXT_TO_NOTHING;
        } catch (IOException unknown) {
            e.addSuppressed(unknown);
            return false;
        }
    }
}
