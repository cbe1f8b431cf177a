package org.fixator.release.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who publishes a canonical: HL7's terminology and FHIR itself are copied by many packages and owned by one each. */
final class Ownership {

    private static final String TERMINOLOGY = "http://terminology.hl7.org/";
    private static final String FHIR = "http://hl7.org/fhir/";

    /** Below FHIR's own base the implementation guides have theirs, and so have systems that others publish. */
    private static final List<String> OTHERS =
            List.of("http://hl7.org/fhir/us/", "http://hl7.org/fhir/uv/", "http://hl7.org/fhir/sid/");

    private Ownership() {}

    /**
     * Whether a package's copy of a resource is left to its publisher. It is not where the package names no base of its own.
     *
     * @param base of the package's own canonicals
     */
    static boolean isForeign(String url, @Nullable String base) {
        if (base == null || url.startsWith(base)) {
            return false;
        }
        if (url.startsWith(TERMINOLOGY)) {
            return !base.startsWith(TERMINOLOGY.substring(0, TERMINOLOGY.length() - 1));
        }
        return url.startsWith(FHIR) && OTHERS.stream().noneMatch(url::startsWith);
    }
}
