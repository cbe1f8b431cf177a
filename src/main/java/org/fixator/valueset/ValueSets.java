package org.fixator.valueset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value sets that a request can see, implicit ones included. A snapshot. */
public interface ValueSets {

    /**
     * @param url the value set
     * @param version exact or a pattern; {@code null} for the newest
     * @return {@code null} where there is none
     */
    @Nullable
    ValueSetDefinition find(String url, @Nullable String version);

    /** All versions of a value set, oldest first. */
    List<String> versions(String url);
}
