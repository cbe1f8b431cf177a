package org.fixator.http;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A request whose body is unpacked and checked on the way, and can be looked at before it is handed on. */
final class BodyRequest extends HttpServletRequestWrapper {
    private final long maxBytes;
    private final BodyMemory.Share share;
    private @Nullable ServletInputStream stream;
    private byte @Nullable [] kept;

    BodyRequest(HttpServletRequest request, long maxBytes, BodyMemory.Share share) {
        super(request);
        this.maxBytes = maxBytes;
        this.share = share;
    }

    /** A request whose body has been read. */
    static BodyRequest read(HttpServletRequest request, byte[] body) {
        BodyRequest read = new BodyRequest(request, Long.MAX_VALUE, BodyMemory.UNCOUNTED);
        read.stream = new CheckedBody(new ByteArrayInputStream(body), Long.MAX_VALUE, BodyMemory.UNCOUNTED);
        return read;
    }

    String mediaType() {
        String type = getContentType();
        return type == null ? "" : type.toLowerCase(Locale.ROOT);
    }

    /** The whole body; it can still be read afterwards. */
    byte[] bytes() throws IOException {
        byte[] all = kept;
        if (all == null) {
            all = getInputStream().readAllBytes();
            kept = all;
            stream = new CheckedBody(new ByteArrayInputStream(all), Long.MAX_VALUE, BodyMemory.UNCOUNTED);
        }
        return all;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream open = stream;
        if (open == null) {
            open = new CheckedBody(unpacked(), maxBytes, share);
            stream = open;
        }
        return open;
    }

    private InputStream unpacked() throws IOException {
        InputStream raw = super.getInputStream();
        String packed = super.getHeader("Content-Encoding");
        if (packed == null || !packed.equalsIgnoreCase("gzip")) {
            return raw;
        }
        try {
            return new GZIPInputStream(raw);
        } catch (ZipException | EOFException e) {
            throw CheckedBody.notPacked();
        }
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    /** Whoever reads the body gets it unpacked. */
    @Override
    public @Nullable String getHeader(String name) {
        return name.equalsIgnoreCase("Content-Encoding") ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return name.equalsIgnoreCase("Content-Encoding") ? Collections.emptyEnumeration() : super.getHeaders(name);
    }
}
