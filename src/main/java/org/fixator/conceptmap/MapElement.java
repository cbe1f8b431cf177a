package org.fixator.conceptmap;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mappings of one code.
 *
 * @param noMap R5: there is no target, and that is certain
 */
public record MapElement(String code, @Nullable String display, boolean noMap, List<MapTarget> targets) {

    public MapElement {
        targets = List.copyOf(targets);
    }
}
