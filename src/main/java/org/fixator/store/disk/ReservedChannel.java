package org.fixator.store.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file of the database whose writes wait for room, and draw on the reserve. */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // by position the file below is thread-safe, and need not wait
final class ReservedChannel extends ChannelAbove {

    private final PatientWrites writes;

    ReservedChannel(FileChannel below, PatientWrites writes) {
        super(below);
        this.writes = writes;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return writes.write(() -> super.write(source));
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        return writes.write(() -> super.write(source, position));
    }
}
