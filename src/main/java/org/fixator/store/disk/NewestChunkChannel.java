package org.fixator.store.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * A file of the database whose header names the newest chunk at all times.
 *
 * <p>H2 writes the header only now and then, and otherwise goes from the chunk it names to the newest, from one place where
 * the next was foreseen to the other. Once that chunk is in use no more, its place is written over: a process that ends in
 * that very write leaves a file in which H2 finds only a chunk from long before, and takes it for the newest. Commits
 * that were acknowledged are lost then, or the file cannot be opened. So the header is written after every chunk here, and
 * "closed cleanly" is taken back before one.
 *
 * <p>Not thread-safe for writes of chunks, which H2 does one at a time.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // by position the file below is thread-safe, and need not wait
final class NewestChunkChannel extends ChannelAbove {

    private @Nullable WrittenChunk writing;

    NewestChunkChannel(FileChannel below) {
        super(below);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        if (position < StoreHeader.LENGTH) {
            return super.write(source, position);
        }
        WrittenChunk chunk = WrittenChunk.beginning(source, position);
        if (chunk != null) {
            uncleanHeader();
            writing = chunk;
        }
        int written = super.write(source, position);
        WrittenChunk whole = writing;
        if (whole != null && position + written >= whole.end()) {
            writing = null;
            nameInHeader(whole);
        }
        return written;
    }

    private void uncleanHeader() throws IOException {
        StoreHeader header = StoreHeader.of(this);
        if (header != null && header.isClean()) {
            write(header.unclean());
        }
    }

    /** Not one that is older: chunks are moved, too. */
    private void nameInHeader(WrittenChunk chunk) throws IOException {
        StoreHeader header = StoreHeader.of(this);
        if (header != null && chunk.version() >= header.version()) {
            write(header.naming(chunk));
        }
    }

    private void write(StoreHeader header) throws IOException {
        ByteBuffer bytes = header.bytes();
        while (bytes.hasRemaining()) {
            super.write(bytes, bytes.position());
        }
    }
}
