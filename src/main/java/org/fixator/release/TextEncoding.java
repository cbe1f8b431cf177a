package org.fixator.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the first bytes of a text file say of its encoding. Readers expect ASCII, UTF-8 or a Western code page; what an
 * editor put in front of it, the byte order mark of UTF-8, is passed over, and UTF-16 is refused by its name.
 */
public final class TextEncoding {

    private static final String UTF_8_MARK = "\u00EF\u00BB\u00BF";
    private static final int LENGTH = 64;

    private TextEncoding() {}

    /**
     * Opens a file of text behind its byte order mark.
     *
     * @throws ReleaseException where it is UTF-16
     */
    public static InputStream open(ReleaseFile file) throws IOException {
        PushbackInputStream in = new PushbackInputStream(file.open(), LENGTH);
        byte[] first = in.readNBytes(LENGTH);
        if (utf16(first) != null) {
            in.close();
            throw new ReleaseException(
                    file.name() + ":1",
                    "the file is UTF-16, and UTF-8 or ASCII is expected: save it as one of these or take the"
                            + " publisher's own file");
        }
        int mark = new String(first, StandardCharsets.ISO_8859_1).startsWith(UTF_8_MARK) ? UTF_8_MARK.length() : 0;
        in.unread(first, mark, first.length - mark);
        return in;
    }

    /** The text of the first bytes of a file, so that its layout shows in whatever encoding it is. */
    static String head(byte[] first) {
        Charset utf16 = utf16(first);
        if (utf16 != null) {
            String text = new String(first, utf16);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
        String text = new String(first, StandardCharsets.ISO_8859_1);
        return text.startsWith(UTF_8_MARK) ? text.substring(UTF_8_MARK.length()) : text;
    }

    /** Which UTF-16 it is, by its mark, or by the zeros that every second byte of Western text is then; {@code null} for none. */
    private static @Nullable Charset utf16(byte[] first) {
        if (first.length < 2) {
            return null;
        }
        int mark = (first[0] & 0xFF) << 8 | (first[1] & 0xFF);
        if (mark == 0xFFFE || areZero(first, 1)) {
            return StandardCharsets.UTF_16LE;
        }
        return mark == 0xFEFF || areZero(first, 0) ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean areZero(byte[] first, int from) {
        int length = Math.min(first.length, LENGTH) & ~1;
        for (int i = 0; i < length; i++) {
            boolean zero = first[i] == 0;
            if (zero != ((i & 1) == from)) {
                return false;
            }
        }
        return length >= 4;
    }
}
