package org.fixator.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.zip.ZipException;

/**
 * A request body that is checked while it is read, whoever reads it: its size, how deep its JSON is nested, and that its
 * XML declares no document type.
 */
final class CheckedBody extends ServletInputStream {
    static final int MAX_DEPTH = 100;
    private static final byte[] DOCTYPE = {'<', '!', 'D', 'O', 'C', 'T', 'Y', 'P', 'E'};

    private final InputStream body;
    private final long maxBytes;
    private final BodyMemory.Share share;
    private long read;
    private boolean atEnd;

    /** Told by the first brace or angle bracket, as HAPI does where the Content-Type says nothing. */
    private boolean json;

    private boolean xml;
    private int depth;
    private boolean inString;
    private boolean escaped;
    private int matched;

    CheckedBody(InputStream body, long maxBytes, BodyMemory.Share share) {
        this.share = share;
        this.body = body;
        this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = packed(target, offset, length);
        if (count < 0) {
            atEnd = true;
            return count;
        }
        read += count;
        if (read > maxBytes) {
            throw new RefusedException(tooLarge(maxBytes));
        }
        share.take(read);
        for (int i = offset; i < offset + count; i++) {
            if (!json && !xml) {
                json = target[i] == '{' || target[i] == '[';
                xml = target[i] == '<';
            }
            if (json) {
                checkJson(target[i]);
            } else if (xml) {
                checkXml(target[i]);
            }
        }
        return count;
    }

    private int packed(byte[] target, int offset, int length) throws IOException {
        try {
            return body.read(target, offset, length);
        } catch (ZipException | EOFException e) {
            throw notPacked();
        } catch (SocketTimeoutException e) {
            throw late();
        }
    }

    static RefusedException late() {
        return new RefusedException(
                new Refusal(408, "transient", "The request body did not arrive: send it without long pauses"));
    }

    static RefusedException notPacked() {
        return new RefusedException(new Refusal(
                400, "structure", "The body is not gzip to its end, as its Content-Encoding says that it is"));
    }

    static Refusal tooLarge(long maxBytes) {
        return new Refusal(413, "too-long", "The request body is larger than the limit of " + maxBytes + " bytes");
    }

    private void checkJson(byte next) {
        if (inString) {
            if (escaped) {
                escaped = false;
            } else if (next == '\\') {
                escaped = true;
            } else if (next == '"') {
                inString = false;
            }
        } else if (next == '"') {
            inString = true;
        } else if (next == '{' || next == '[') {
            depth++;
            if (depth > MAX_DEPTH) {
                throw new RefusedException(
                        new Refusal(400, "structure", "The JSON is nested deeper than the limit of " + MAX_DEPTH));
            }
        } else if (next == '}' || next == ']') {
            depth--;
        }
    }

    private void checkXml(byte next) {
        matched = next == DOCTYPE[matched] ? matched + 1 : next == '<' ? 1 : 0;
        if (matched == DOCTYPE.length) {
            throw new RefusedException(new Refusal(400, "structure", "XML with a document type is not accepted"));
        }
    }

    @Override
    public boolean isFinished() {
        return atEnd;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("Requests are read blocking");
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
