package org.fixator.wire;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fixator.conceptmap.Relationship;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;
import org.jspecify.annotations.Nullable;

/**
 * Reads how a target relates to its source: R4's {@code equivalence} or R5's {@code relationship}, where R5 may carry
 * the finer R4 code as an extension.
 */
final class MapRelationshipReader {

    /** R5's codes, each as the R4 code that says no more than it does. */
    private static final Map<String, Relationship> R5 = r5();

    private MapRelationshipReader() {}

    static Relationship read(Element target) {
        String finer = target.modifierExtensionValue(ExtensionUrls.OLD_EQUIVALENCE); // so converters write it
        finer = finer == null ? target.extensionValue(ExtensionUrls.OLD_EQUIVALENCE) : finer;
        Relationship old = finer == null ? null : equivalence(finer);
        if (old != null) {
            return old;
        }
        String equivalence = target.nonEmpty("equivalence");
        if (equivalence != null) {
            return known(target.path("equivalence"), equivalence, equivalence(equivalence), equivalences());
        }
        String relationship = target.nonEmpty("relationship");
        if (relationship != null) {
            return known(target.path("relationship"), relationship, R5.get(relationship), List.copyOf(R5.keySet()));
        }
        throw new TerminologyException(
                WireMessages.missingElement(target.path("equivalence") + " (R4) or relationship (R5)"));
    }

    private static Relationship known(
            String path, String value, @Nullable Relationship relationship, List<String> allowed) {
        if (relationship == null) {
            throw new TerminologyException(WireMessages.undefinedValue(path, value, allowed));
        }
        return relationship;
    }

    private static @Nullable Relationship equivalence(String code) {
        for (Relationship relationship : Relationship.values()) {
            if (relationship.equivalence().equals(code)) {
                return relationship;
            }
        }
        return null;
    }

    private static List<String> equivalences() {
        return Arrays.stream(Relationship.values())
                .map(Relationship::equivalence)
                .toList();
    }

    private static Map<String, Relationship> r5() {
        Map<String, Relationship> codes = new LinkedHashMap<>();
        codes.put("related-to", Relationship.RELATEDTO);
        codes.put("equivalent", Relationship.EQUIVALENT);
        codes.put("source-is-narrower-than-target", Relationship.WIDER);
        codes.put("source-is-broader-than-target", Relationship.NARROWER);
        codes.put("not-related-to", Relationship.DISJOINT);
        return codes;
    }
}
