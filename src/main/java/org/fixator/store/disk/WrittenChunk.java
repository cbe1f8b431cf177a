package org.fixator.store.disk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * A chunk as it is written to the file of the database: what one commit has changed.
 *
 * @param position its first byte in the file
 * @param length in bytes
 * @param version grows with every commit
 */
record WrittenChunk(int id, long position, long length, long version) {

    private static final String FIRST = "chunk:";
    /** Of the line that a chunk begins with. */
    private static final int LONGEST_LINE = 1024;

    /** @return the chunk that begins with these bytes, {@code null} where none does */
    static @Nullable WrittenChunk beginning(ByteBuffer bytes, long position) {
        if (position % StoreHeader.BLOCK != 0 || !beginsLikeOne(bytes)) {
            return null;
        }
        byte[] line = new byte[Math.min(LONGEST_LINE, bytes.remaining())];
        bytes.duplicate().get(line);
        String text = new String(line, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\n');
        return end < 0 ? null : read(text.substring(0, end).trim(), position);
    }

    private static boolean beginsLikeOne(ByteBuffer bytes) {
        if (bytes.remaining() < FIRST.length()) {
            return false;
        }
        for (int i = 0; i < FIRST.length(); i++) {
            if (bytes.get(bytes.position() + i) != FIRST.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable WrittenChunk read(String line, long position) {
        Map<String, String> members;
        try {
            members = DataUtils.parseMap(line);
        } catch (MVStoreException e) {
            return null; // content that happens to begin so
        }
        if (!members.containsKey("len") || !members.containsKey("version")) {
            return null;
        }
        return new WrittenChunk(
                (int) DataUtils.readHexLong(members, "chunk", 0),
                position,
                DataUtils.readHexLong(members, "len", 0) * StoreHeader.BLOCK,
                DataUtils.readHexLong(members, "version", 0));
    }

    long end() {
        return position + length;
    }
}
