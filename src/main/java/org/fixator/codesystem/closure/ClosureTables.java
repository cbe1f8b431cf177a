package org.fixator.codesystem.closure;

import java.util.function.Function;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;

/** Keeps closure tables, durably. Safe for use by many threads and servers. */
public interface ClosureTables {

    /** The table of a name; {@code null} where none was initialised. */
    @Nullable
    ClosureTable find(String name);

    /**
     * Changes a table, or makes it. Changes of one name come one at a time; one that throws changes nothing.
     *
     * @param change from the table as it is, {@code null} where there is none, to the table as it is to be: with more
     *     entries and relations at the end, or of another start. The same object where nothing is to change
     * @throws TerminologyException where there is no room for another table
     */
    ClosureTable change(String name, Function<@Nullable ClosureTable, ClosureTable> change);
}
