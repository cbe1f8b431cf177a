package org.fixator.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixator.coding.FhirVersion;

/**
 * The part of a request's path after the base, undecoded except for the dollar sign: a path with any other escape, with
 * a parameter or with dots between slashes matches nothing, so no rule can be passed by spelling.
 *
 * @param base path of the base that the client used, {@code /fhir}, {@code /fhir/r4}, {@code /fhir/r4b} or {@code /fhir/r5}
 * @param rest what follows, without slashes at either end
 */
record FhirPath(String base, String rest) {
    static final List<String> BASES = List.of("/fhir/r4b", "/fhir/r4", "/fhir/r5", "/fhir");

    private static final Pattern OPERATION =
            Pattern.compile("(?:([A-Z][A-Za-z]*)/)?(?:(?<=/)([A-Za-z0-9\\-.]{1,64})/)?(\\$[a-z\\-]+)");

    static Optional<FhirPath> of(HttpServletRequest request) {
        return of(request.getRequestURI().substring(request.getContextPath().length()));
    }

    static Optional<FhirPath> of(String path) {
        for (String base : BASES) {
            if (path.equals(base)) {
                return Optional.of(new FhirPath(base, ""));
            }
            if (path.startsWith(base + "/")) {
                String rest = path.substring(base.length() + 1);
                return Optional.of(
                        new FhirPath(base, rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest));
            }
        }
        return Optional.empty();
    }

    /** The FHIR release that is spoken under the base. */
    FhirVersion version() {
        return base.endsWith("/r5") ? FhirVersion.R5 : base.endsWith("/r4b") ? FhirVersion.R4B : FhirVersion.R4;
    }

    boolean isBase() {
        return rest.isEmpty();
    }

    Optional<OperationTarget> operation() {
        return operation(rest);
    }

    /** The operation that a path relative to a base calls. */
    static Optional<OperationTarget> operation(String relativePath) {
        Matcher matcher = OPERATION.matcher(relativePath.replace("%24", "$"));
        if (!matcher.matches() || ".".equals(matcher.group(2)) || "..".equals(matcher.group(2))) {
            return Optional.empty();
        }
        return Optional.of(new OperationTarget(matcher.group(3), matcher.group(1), matcher.group(2)));
    }
}
