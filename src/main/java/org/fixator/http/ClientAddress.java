package org.fixator.http;

import ca.uhn.fhir.rest.server.IServerAddressStrategy;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The base of all links: the host and the base path that the client used. A proxy's X-Forwarded-Proto, -Host and -Port
 * have been applied by the container; its -Prefix is applied here.
 */
final class ClientAddress implements IServerAddressStrategy {
    @Override
    public String determineServerBase(ServletContext context, HttpServletRequest request) {
        StringBuilder base =
                new StringBuilder(request.getScheme()).append("://").append(request.getServerName());
        int port = request.getServerPort();
        if (port > 0 && port != (request.getScheme().equals("https") ? 443 : 80)) {
            base.append(':').append(port);
        }
        String prefix = request.getHeader("X-Forwarded-Prefix");
        if (prefix != null && prefix.matches("(/[A-Za-z0-9._~-]+)+/?")) {
            base.append(prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix);
        }
        return base.append(request.getContextPath())
                .append(request.getServletPath())
                .toString();
    }
}
