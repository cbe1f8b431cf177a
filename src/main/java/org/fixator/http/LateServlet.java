package org.fixator.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Stands where HAPI's servlet will be; until then everything is refused as too early, and then as too much at a time. */
final class LateServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient ModelPlaces places;
    private transient volatile @Nullable Servlet ready;
    private transient @Nullable Servlet waiting;

    LateServlet(ModelPlaces places) {
        this.places = places;
    }

    /** Lets requests through to the servlet, which is initialised by the first of them, or by {@link #initialise}. */
    synchronized void open(Servlet servlet) {
        waiting = servlet;
    }

    /** Does now what the first request would wait for. */
    void initialise() throws ServletException {
        servlet();
    }

    private @Nullable Servlet servlet() throws ServletException {
        Servlet servlet = ready;
        return servlet != null ? servlet : initialised();
    }

    private synchronized @Nullable Servlet initialised() throws ServletException {
        Servlet servlet = waiting;
        if (ready == null && servlet != null) {
            servlet.init(getServletConfig());
            ready = servlet;
        }
        return ready;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Servlet servlet = servlet();
        if (servlet == null) {
            refuse(
                    request,
                    response,
                    "The server has just started: terminology operations in JSON are answered, the store of"
                            + " resources is not up yet");
            return;
        }
        try (ModelPlaces.Place place = places.take()) {
            if (place == null) {
                refuse(request, response, "The store of resources has too much to do; ask again later");
            } else {
                servlet.service(request, response);
            }
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, String why)
            throws IOException {
        response.setHeader("Retry-After", "5");
        new Refusal(503, "transient", why).write(request, response);
    }

    @Override
    public void destroy() {
        Servlet servlet = ready;
        if (servlet != null) {
            servlet.destroy();
        }
    }
}
