package org.fixator.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fixator.coding.FhirVersion;
import org.jspecify.annotations.Nullable;

/**
 * Where the terminology operations that are called on a type, or on the system, and that anyone may call, are found: one
 * look-up of the whole path.
 */
final class OperationRoutes {
    private static final List<String> DOLLARS = List.of("$", "%24");
    private static final Map<String, Route> ALL = all();

    /** @param version the release that is spoken at the path */
    record Route(OperationTarget target, FhirVersion version) {}

    private OperationRoutes() {}

    /** The operation at a path, undecoded; {@code null} where there is none, one of a single resource or one that needs the token. */
    static @Nullable Route find(String path) {
        return ALL.get(path);
    }

    private static Map<String, Route> all() {
        Map<String, Route> routes = new HashMap<>();
        List<OperationTarget> open = OperationTarget.TERMINOLOGY.stream()
                .filter(OperationTarget::isReadOnly)
                .toList();
        for (String base : FhirPath.BASES) {
            for (OperationTarget target : open) {
                String type = target.type() == null ? "/" : "/" + target.type() + "/";
                for (String dollar : DOLLARS) {
                    String path = base + type + dollar + target.operation().substring(1);
                    routes.put(path, new Route(target, new FhirPath(base, "").version()));
                }
            }
        }
        return routes;
    }
}
