package org.fixator.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts the limits of {@link CheckedBody} around every request that has a body. */
final class BodyFilter extends HttpFilter {
    private final HttpSettings settings;
    private final AdminToken token;
    private final BodyMemory memory;

    BodyFilter(HttpSettings settings, AdminToken token) {
        this.settings = settings;
        this.token = token;
        // A body that is read as a tree takes some twenty times its size.
        this.memory = new BodyMemory(
                Math.max(settings.maxOpenBodyBytes(), Runtime.getRuntime().maxMemory() / 32));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean hasNone =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        // the files of a release are no FHIR, have limits of their own and go straight to the disk
        if (hasNone || ReleaseFilter.isUpload(request)) {
            chain.doFilter(request, response);
            return;
        }
        // of lines, only one is held at a time
        if (LinesFilter.takes(request)) {
            Refusal refusal = refusal(request, Long.MAX_VALUE);
            if (refusal == null) {
                chain.doFilter(request, response);
            } else {
                refusal.write(request, response);
            }
            return;
        }
        boolean open = !token.isIn(request.getHeader("Authorization"));
        long maxBytes = open ? settings.maxOpenBodyBytes() : settings.maxBodyBytes();
        Refusal refusal = refusal(request, maxBytes);
        if (refusal != null) {
            refusal.write(request, response);
            return;
        }
        try (BodyMemory.Share share = memory.share(open)) {
            BodyRequest checked = new BodyRequest(request, maxBytes, share);
            chain.doFilter(checked, response);
        } catch (RefusedException e) {
            e.refusal().write(request, response);
        }
    }

    private @Nullable Refusal refusal(HttpServletRequest request, long maxBytes) {
        if (request.getContentLengthLong() > maxBytes) {
            return CheckedBody.tooLarge(maxBytes);
        }
        String packed = request.getHeader("Content-Encoding");
        if (packed != null && !packed.equalsIgnoreCase("gzip") && !packed.equalsIgnoreCase("identity")) {
            return new Refusal(415, "not-supported", "Content-Encoding can be gzip, not " + packed);
        }
        // What was checked byte by byte must be what is parsed, so there is one encoding only, which is also FHIR's.
        String charset = charset(request);
        if (charset != null && !charset.equals("utf-8") && !charset.equals("us-ascii")) {
            return new Refusal(415, "not-supported", "The body must be UTF-8, not " + charset);
        }
        return null;
    }

    private static @Nullable String charset(HttpServletRequest request) {
        try {
            String charset = request.getCharacterEncoding();
            return charset == null ? null : charset.toLowerCase(Locale.ROOT);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return "an unknown charset";
        }
    }
}
