package org.fixator.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** A request whose answer must not be packed, because the server itself reads it too. */
class UnpackedAnswer extends HttpServletRequestWrapper {
    private static final String HIDDEN = "Accept-Encoding";

    UnpackedAnswer(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return name.equalsIgnoreCase(HIDDEN) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return name.equalsIgnoreCase(HIDDEN) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }
}
