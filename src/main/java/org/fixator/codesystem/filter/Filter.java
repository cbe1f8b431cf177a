package org.fixator.codesystem.filter;

import org.fixator.index.OrdinalSet;

/** Selects concepts of a code system. */
public interface Filter {

    OrdinalSet select(FilterSource source);
}
