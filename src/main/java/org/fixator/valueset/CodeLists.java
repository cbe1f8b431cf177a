package org.fixator.valueset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The codes of two sets.
 *
 * @param common those of both
 * @param missing those of this set that the other lacks
 * @param extra those of the other that this set lacks
 */
public record CodeLists(List<String> common, List<String> missing, List<String> extra) {
    static final CodeLists NONE = new CodeLists(List.of(), List.of(), List.of());

    public CodeLists {
        common = List.copyOf(common);
        missing = List.copyOf(missing);
        extra = List.copyOf(extra);
    }

    /** Both in the order of this set, what only the other has in the order of the other; membership must be fast. */
    static CodeLists of(Collection<String> one, Collection<String> other) {
        List<String> common = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String code : one) {
            (other.contains(code) ? common : missing).add(code);
        }
        List<String> extra = other.stream().filter(code -> !one.contains(code)).toList();
        return new CodeLists(common, missing, extra);
    }

    Overlap overlap() {
        return new Overlap(!common.isEmpty(), !missing.isEmpty(), !extra.isEmpty());
    }
}
