package org.fixator.store.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;

/** A file of the database above another one, to which everything goes that is not done otherwise here. */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // by position the file below is thread-safe, and need not wait
abstract class ChannelAbove extends FileBase {

    private final FileChannel below;

    ChannelAbove(FileChannel below) {
        this.below = below;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return below.write(source);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        return below.write(source, position);
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
