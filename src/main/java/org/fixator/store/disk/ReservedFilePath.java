package org.fixator.store.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * The database's files on a disk of which some room is reserved, and with a header that holds at all times:
 * {@code reserved:/data/fixator.mv.db} is the same file as {@code /data/fixator.mv.db}. Public because the database makes its own instances.
 */
public final class ReservedFilePath extends FilePathWrapper {

    private static final String SCHEME = "reserved";
    private static final long PAUSE_MILLIS = 200;
    private static final int PAUSES_BEFORE_RESERVE = 5;
    private static final int PAUSES = 3000;

    /** Made by the database, for a path that is set afterwards. */
    public ReservedFilePath() {}

    /** The URL of a database whose files are under the path, without their ending. */
    public static String jdbcUrl(Path path) {
        FilePath.register(new ReservedFilePath());
        return "jdbc:h2:" + SCHEME + ":" + path.toAbsolutePath();
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel file = getBase().open(mode);
        Path directory = Path.of(getBase().toString()).toAbsolutePath().getParent();
        if (directory == null || mode.equals("r")) {
            return file;
        }
        PatientWrites writes =
                new PatientWrites(directory, ReservedSpace.in(directory), PAUSE_MILLIS, PAUSES_BEFORE_RESERVE, PAUSES);
        return new NewestChunkChannel(new ReservedChannel(file, writes));
    }
}
