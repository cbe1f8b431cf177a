package org.fixator.conceptmap;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The concept maps that a request can see. A snapshot. */
public interface ConceptMaps {

    /**
     * @param url the map
     * @param version exact or a pattern; {@code null} for the newest
     * @return {@code null} where there is none
     */
    @Nullable
    CompiledConceptMap find(String url, @Nullable String version);

    /** All maps, newest version of each, in the order in which their answers are given. */
    List<CompiledConceptMap> all();
}
