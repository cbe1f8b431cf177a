package org.fixator.codesystem.filter;

import org.fixator.index.Hierarchy;
import org.fixator.index.OrdinalSet;
import org.jspecify.annotations.Nullable;

/** What filters ask of a code system. */
public interface FilterSource {

    /** How the code system is called in issues. */
    String url();

    OrdinalSet all();

    /** The ordinal of a code, -1 where there is none. */
    int find(String code);

    Hierarchy hierarchy();

    /** What concepts are compared by under this name; {@code null} for a name that the code system does not know. */
    @Nullable
    Attribute attribute(String property);
}
