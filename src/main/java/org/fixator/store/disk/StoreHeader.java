package org.fixator.store.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The header of the database's file, which stands at its beginning twice and names a chunk to begin with when the file is
 * opened. The members are H2's (its documentation, "MVStore", "File Format").
 */
final class StoreHeader {

    /** Bytes; everything in the file begins at a multiple of it. */
    static final int BLOCK = 4096;
    /** Bytes of both copies. */
    static final int LENGTH = 2 * BLOCK;

    private static final String CHUNK = "chunk";
    private static final String POSITION = "block";
    private static final String VERSION = "version";
    private static final String CLEAN = "clean";
    private static final String CHECKSUM = "fletcher";

    private final Map<String, String> members;

    private StoreHeader(Map<String, String> members) {
        this.members = members;
    }

    /** @return the newer of the copies that are whole, {@code null} where none is */
    static @Nullable StoreHeader of(FileChannel file) throws IOException {
        ByteBuffer both = ByteBuffer.allocate(LENGTH);
        while (both.hasRemaining() && file.read(both, both.position()) > 0) {
            // until both copies are read
        }
        StoreHeader newest = null;
        for (int copy = 0; copy < 2; copy++) {
            StoreHeader header = read(both.array(), copy * BLOCK);
            if (header != null && (newest == null || header.version() > newest.version())) {
                newest = header;
            }
        }
        return newest;
    }

    private static @Nullable StoreHeader read(byte[] bytes, int from) {
        String text = new String(bytes, from, BLOCK, StandardCharsets.ISO_8859_1);
        int sum = text.lastIndexOf("," + CHECKSUM + ":");
        int end = text.indexOf('\n', Math.max(0, sum));
        if (sum < 0 || end < 0) {
            return null;
        }
        try {
            Map<String, String> members = DataUtils.parseMap(text.substring(0, end));
            long expected = DataUtils.readHexLong(members, CHECKSUM, 0);
            members.remove(CHECKSUM);
            return (int) expected == DataUtils.getFletcher32(bytes, from, sum) ? new StoreHeader(members) : null;
        } catch (MVStoreException e) {
            return null; // half written
        }
    }

    /** Of the chunk it names. */
    long version() {
        return DataUtils.readHexLong(members, VERSION, 0);
    }

    /** Whether it says that the database was closed and nothing written since. */
    boolean isClean() {
        return members.containsKey(CLEAN);
    }

    /** The same, with something written since. */
    StoreHeader unclean() {
        Map<String, String> other = new HashMap<>(members);
        other.remove(CLEAN);
        return new StoreHeader(other);
    }

    /** The same, naming another chunk. */
    StoreHeader naming(WrittenChunk chunk) {
        Map<String, String> other = new HashMap<>(unclean().members);
        other.putAll(Map.of(
                CHUNK, Integer.toHexString(chunk.id()),
                POSITION, Long.toHexString(chunk.position() / BLOCK),
                VERSION, Long.toHexString(chunk.version())));
        return new StoreHeader(other);
    }

    /** Both copies. */
    ByteBuffer bytes() {
        StringBuilder text = DataUtils.appendMap(new StringBuilder(), new HashMap<>(members));
        byte[] summed = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        DataUtils.appendMap(text, CHECKSUM, DataUtils.getFletcher32(summed, 0, summed.length));
        byte[] copy = text.append('\n').toString().getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer both = ByteBuffer.allocate(LENGTH);
        both.put(0, copy);
        both.put(BLOCK, copy);
        return both;
    }
}
