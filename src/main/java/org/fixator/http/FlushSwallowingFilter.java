package org.fixator.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Keeps HAPI's flushes from the socket. HAPI flushes after each JSON value, and each flush becomes an HTTP chunk of a few
 * bytes: without this its answers take three to five times as long.
 */
final class FlushSwallowingFilter extends HttpFilter {
    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Unflushed unflushed = new Unflushed(response);
        chain.doFilter(request, unflushed);
        unflushed.finish();
    }

    private static final class Unflushed extends HttpServletResponseWrapper {
        private @Nullable PrintWriter writer;

        Unflushed(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return new UnflushedStream(super.getOutputStream());
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
        public void flushBuffer() {}

        /** The writer's own buffer must still reach the stream below. */
        void finish() {
            if (writer != null) {
                writer.flush();
            }
        }
    }

    private static final class UnflushedStream extends ServletOutputStream {
        private final ServletOutputStream stream;

        UnflushedStream(ServletOutputStream stream) {
            this.stream = stream;
        }

        @Override
        public void write(int b) throws IOException {
            stream.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            stream.write(bytes, offset, length);
        }

        @Override
        public void flush() {}

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
    }
}
