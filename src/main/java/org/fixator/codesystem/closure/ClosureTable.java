package org.fixator.codesystem.closure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client has been told for one closure table. Immutable.
 *
 * @param name of the table, as the client calls it
 * @param start version that stood for the empty table; versions before it are of a table that was given up
 * @param version of the last change; the same as {@code start} where there was none
 * @param entries the concepts of the table, in the order in which they came
 * @param relations what holds between them, without what follows from a concept being itself
 */
public record ClosureTable(String name, long start, long version, List<Entry> entries, List<Relation> relations) {

    public ClosureTable {
        entries = List.copyOf(entries);
        relations = List.copyOf(relations);
    }

    /**
     * A concept of the table.
     *
     * @param systemVersion the version of the system whose hierarchy counts; {@code null} where the system has none
     * @param since version of the table that brought it
     */
    public record Entry(String system, @Nullable String systemVersion, String code, long since) {}

    /**
     * A relation between two entries of one system, by their numbers.
     *
     * @param equal whether the two mean the same; else {@code narrower} is subsumed by {@code broader}
     * @param since version of the table that brought it
     */
    public record Relation(int narrower, int broader, boolean equal, long since) {}

    /** A table without concepts. */
    static ClosureTable empty(String name, long start) {
        return new ClosureTable(name, start, start, List.of(), List.of());
    }

    /** The table with more in it, one version on. */
    ClosureTable with(List<Entry> newEntries, List<Relation> newRelations) {
        return new ClosureTable(name, start, version + 1, joined(entries, newEntries), joined(relations, newRelations));
    }

    /** The relations that came after a version. */
    List<Relation> since(long known) {
        return relations.stream().filter(relation -> relation.since() > known).toList();
    }

    /** The urls of the systems that have concepts here. */
    Stream<String> systems() {
        return entries.stream().map(Entry::system).distinct();
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
