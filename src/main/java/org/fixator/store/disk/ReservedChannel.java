package org.fixator.store.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;

/** A file of the database; all but its writes go straight to the file below. */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // by position the file below is thread-safe, and need not wait
final class ReservedChannel extends FileBase {

    private final FileChannel below;
    private final PatientWrites writes;

    ReservedChannel(FileChannel below, PatientWrites writes) {
        this.below = below;
        this.writes = writes;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return writes.write(() -> below.write(source));
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        return writes.write(() -> below.write(source, position));
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return below.read(target);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return below.read(target, position);
    }

    @Override
    public long size() throws IOException {
        return below.size();
    }

    @Override
    public long position() throws IOException {
        return below.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        below.position(position);
        return this;
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        below.truncate(size);
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        below.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return below.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        below.close();
    }

    @Override
    public String toString() {
        return below.toString();
    }
}
