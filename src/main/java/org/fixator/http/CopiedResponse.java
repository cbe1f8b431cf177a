package org.fixator.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A response of which a copy is kept, as long as it is not large. */
final class CopiedResponse extends HttpServletResponseWrapper {
    private static final int LARGEST = 1 << 20;

    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
    private boolean isLarge;
    private @Nullable PrintWriter writer;

    CopiedResponse(HttpServletResponse response) {
        super(response);
    }

    /** What was written; {@code null} where that was too much. */
    byte @Nullable [] body() {
        if (writer != null) {
            writer.flush();
        }
        return isLarge ? null : copy.toByteArray();
    }

    private void copy(byte[] bytes, int offset, int length) {
        isLarge |= copy.size() + length > LARGEST;
        if (!isLarge) {
            copy.write(bytes, offset, length);
        }
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        PrintWriter open = writer;
        if (open == null) {
            open = new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8));
            writer = open;
        }
        return open;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        ServletOutputStream stream = super.getOutputStream();
        return new ServletOutputStream() {
            @Override
            public void write(int b) throws IOException {
                stream.write(b);
                copy(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                stream.write(bytes, offset, length);
                copy(bytes, offset, length);
            }

            @Override
            public void flush() throws IOException {
                stream.flush();
            }

            @Override
            public void close() throws IOException {
                stream.close();
            }

            @Override
            public boolean isReady() {
                return stream.isReady();
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                stream.setWriteListener(listener);
            }
        };
    }
}
