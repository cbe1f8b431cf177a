package org.fixator.http;

import java.util.Optional;

/** Who may do what: reading is open, everything that is not known to be reading needs the token. */
final class AccessRules {
    enum Decision {
        OPEN,
        TOKEN,
        /** A bundle: open if all its entries are. */
        BY_ENTRIES
    }

    private AccessRules() {}

    static Decision decide(String method, String path) {
        if (method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS")) {
            return Decision.OPEN;
        }
        Optional<FhirPath> fhir = FhirPath.of(path);
        if (!method.equals("POST") || fhir.isEmpty()) {
            return Decision.TOKEN;
        }
        if (fhir.get().isBase()) {
            return Decision.BY_ENTRIES;
        }
        return opensPost(fhir.get().rest()) ? Decision.OPEN : Decision.TOKEN;
    }

    /** The same rule for an entry of a bundle; {@code url} is relative to the base. */
    static Decision decideEntry(String method, String url) {
        if (method.equals("GET") || method.equals("HEAD")) {
            return Decision.OPEN;
        }
        return method.equals("POST") && opensPost(EntryUrl.relative(url).path()) ? Decision.OPEN : Decision.TOKEN;
    }

    private static boolean opensPost(String path) {
        if (path.matches("([A-Z][A-Za-z]*/)?_search")) {
            return true;
        }
        return FhirPath.operation(path).filter(OperationTarget::isReadOnly).isPresent();
    }
}
