package org.fixator.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Reads a text file line by line without making strings: a line is a range of a buffer, valid until the next one is read.
 * Lines end with LF or CRLF; the last one may end with the file. Belongs to one thread.
 *
 * <pre>{@code
 * try (LineReader lines = new LineReader(file, progress)) {
 *     while (lines.next()) {
 *         parse(lines.buffer(), lines.start(), lines.end());
 *     }
 * }
 * }</pre>
 */
public final class LineReader implements AutoCloseable {

    private static final int BUFFER = 1 << 17;
    private static final int LONGEST = 1 << 24;

    private final ReleaseFile file;
    private final ReadingProgress progress;
    private final InputStream in;
    private byte[] buffer = new byte[BUFFER];
    private int filled;
    private int next;
    private int start;
    private int end;
    private int number;
    private boolean ended;

    /** @throws ReleaseException where the file cannot be opened or is UTF-16 */
    public LineReader(ReleaseFile file, ReadingProgress progress) {
        this.file = file;
        this.progress = progress;
        try {
            this.in = TextEncoding.open(file);
        } catch (IOException e) {
            throw ReleaseException.unreadable(file.name(), e);
        }
    }

    /**
     * Goes to the next line; {@code false} where there is none.
     *
     * @throws ReleaseException where the file cannot be read, a line is longer than 16 MiB or holds a byte 0
     */
    public boolean next() {
        int at = next;
        while (true) {
            while (at < filled && buffer[at] != '\n') {
                if (buffer[at] == 0) {
                    throw new ReleaseException(
                            file.name() + ":" + (number + 1), "the line holds a byte 0, which no text does");
                }
                at++;
            }
            if (at < filled || ended) {
                break;
            }
            int kept = filled - next;
            fill();
            at = kept;
        }
        if (at == filled && next == filled) {
            return false;
        }
        start = next;
        end = at > start && buffer[at - 1] == '\r' ? at - 1 : at;
        next = Math.min(at + 1, filled);
        number++;
        return true;
    }

    /** Moves the unread rest to the front and reads more behind it. */
    private void fill() {
        int kept = filled - next;
        System.arraycopy(buffer, next, buffer, 0, kept);
        next = 0;
        filled = kept;
        if (kept == buffer.length) {
            if (kept >= LONGEST) {
                throw new ReleaseException(file.name() + ":" + (number + 1), "the line is longer than 16 MiB");
            }
            buffer = Arrays.copyOf(buffer, kept * 2);
        }
        try {
            int read = in.read(buffer, filled, buffer.length - filled);
            ended = read < 0;
            if (read > 0) {
                filled += read;
                progress.read(read);
            }
        } catch (IOException e) {
            throw ReleaseException.unreadable(file.name(), e);
        }
    }

    /** Holds the line, from {@link #start} up to, and without, {@link #end}. */
    public byte[] buffer() {
        return buffer;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    public int length() {
        return end - start;
    }

    /** The number of the line, from 1. */
    public int number() {
        return number;
    }

    /** A byte of the line; a blank beyond its end. */
    public byte at(int column) {
        return start + column < end ? buffer[start + column] : (byte) ' ';
    }

    /** Whether the line consists of blanks only. */
    public boolean isBlank() {
        return columnAfter(0, length()) == 0;
    }

    /**
     * The column behind the last byte that is not blank, of those from {@code from} up to {@code to}; {@code from} where all
     * are blank.
     */
    public int columnAfter(int from, int to) {
        int last = Math.min(to, length());
        while (last > from && (buffer[start + last - 1] == ' ' || buffer[start + last - 1] == '\t')) {
            last--;
        }
        return Math.max(from, last);
    }

    /** The text of the columns from {@code from} up to {@code to}, counted from 0, without blanks around it. */
    public String text(int from, int to, Charset charset) {
        int last = columnAfter(from, to);
        int first = from;
        while (first < last && buffer[start + first] == ' ') {
            first++;
        }
        return new String(buffer, start + first, last - first, charset);
    }

    /** The line as text. */
    public String text(Charset charset) {
        return new String(buffer, start, end - start, charset);
    }

    /** Name of the file. */
    public String file() {
        return file.name();
    }

    /** File and line, for messages. */
    public String place() {
        return file.name() + ":" + number;
    }

    /** What to throw where this line is not what it should be. */
    public ReleaseException refuse(String reason) {
        return new ReleaseException(place(), reason);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new ReleaseException(file.name(), "it cannot be closed: " + e.getMessage(), e);
        }
    }
}
