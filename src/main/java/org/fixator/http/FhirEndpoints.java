package org.fixator.http;

import jakarta.servlet.ServletException;

/** The places of HAPI's servlets, one for each FHIR release. */
public final class FhirEndpoints {
    private final ModelPlaces places = ModelPlaces.ofHeap();
    final LateServlet r4 = new LateServlet(places);
    final LateServlet r4b = new LateServlet(places);
    final LateServlet r5 = new LateServlet(places);

    FhirEndpoints() {}

    /** HAPI's servlets themselves. */
    public static final class Servlets {
        private final FhirServlet r4;
        private final FhirServlet r4b;
        private final FhirServlet r5;

        Servlets(FhirServlet r4, FhirServlet r4b, FhirServlet r5) {
            this.r4 = r4;
            this.r4b = r4b;
            this.r5 = r5;
        }
    }

    /**
     * Opens all to requests. The providers of R4 are bound now; those of the others, and the models of R5, are read at the
     * first request that needs them, since the hot path and metadata do not.
     */
    public void open(Servlets servlets) throws ServletException {
        r5.open(servlets.r5);
        r4b.open(servlets.r4b);
        r4.open(servlets.r4);
        r4.initialise();
    }
}
