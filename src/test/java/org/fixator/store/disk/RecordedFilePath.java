package org.fixator.store.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** Files whose writes are kept in their order, to see what each of them would leave if it were the last. */
public final class RecordedFilePath extends FilePathWrapper {

    private static final List<Write> WRITES = new ArrayList<>();
    private static String acknowledged = "";

    /**
     * @param acknowledged the last that was acknowledged before it
     * @param bytes empty where the file was cut at the position
     */
    record Write(String acknowledged, long position, byte[] bytes) {

        void to(RandomAccessFile file, int length) throws IOException {
            if (bytes.length == 0) {
                file.setLength(position);
            } else {
                file.seek(position);
                file.write(bytes, 0, length);
            }
        }
    }

    /** The URL of a database whose writes are kept from now on. */
    static synchronized String jdbcUrl(Path path) {
        FilePath.register(new RecordedFilePath());
        ReservedFilePath.jdbcUrl(path);
        WRITES.clear();
        acknowledged = "";
        return "jdbc:h2:reserved:recorded:" + path.toAbsolutePath();
    }

    static synchronized void acknowledge(String commit) {
        acknowledged = commit;
    }

    static synchronized List<Write> writes() {
        return List.copyOf(WRITES);
    }

    private static synchronized void add(long position, byte[] bytes) {
        WRITES.add(new Write(acknowledged, position, bytes));
    }

    @Override
    public String getScheme() {
        return "recorded";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel file = getBase().open(mode);
        return toString().endsWith(".mv.db") ? new Recorded(file) : file;
    }

    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    private static final class Recorded extends ChannelAbove {

        private Recorded(FileChannel below) {
            super(below);
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            byte[] bytes = new byte[source.remaining()];
            source.duplicate().get(bytes);
            add(position, bytes);
            return super.write(source, position);
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            add(size, new byte[0]);
            return super.truncate(size);
        }
    }
}
