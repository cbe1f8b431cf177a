package org.fixator.codesystem.closure;

import java.util.List;

/**
 * What a client has to add to its closure table.
 *
 * @param table as it is now
 * @param version of the answer: what the client gives when it asks for what came after
 * @param created whether the table was initialised just now
 * @param relations those that are new to the client, by the numbers of the table's entries
 */
public record ClosureResult(
        ClosureTable table, String version, boolean created, List<ClosureTable.Relation> relations) {

    public ClosureResult {
        relations = List.copyOf(relations);
    }
}
