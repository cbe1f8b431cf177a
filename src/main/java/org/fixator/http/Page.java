package org.fixator.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows, in the order in which it is read; how it looks is the template's business.
 *
 * @param root url of the server, without {@code /fhir}
 * @param subtitle what kind of thing it is
 * @param facts name and value, one line each
 * @param paragraphs texts
 * @param copyright notice to be passed on
 */
record Page(
        String root,
        String title,
        @Nullable String subtitle,
        List<Cell> facts,
        List<String> paragraphs,
        List<Table> tables,
        @Nullable String copyright) {

    boolean hasFacts() {
        return !facts.isEmpty();
    }

    /**
     * A value, with a name where it is a fact and a link where it leads somewhere.
     */
    record Cell(@Nullable String name, String value, @Nullable String link) {

        static Cell of(@Nullable String value) {
            return new Cell(null, value == null ? "" : value, null);
        }

        static Cell link(String value, String link) {
            return new Cell(null, value, link);
        }

        static Cell fact(String name, String value) {
            return new Cell(name, value, null);
        }
    }

    record Row(List<Cell> cells) {

        static Row of(@Nullable String... values) {
            return new Row(java.util.Arrays.stream(values).map(Cell::of).toList());
        }
    }

    /**
     * A table, or one page of it.
     *
     * @param note what there is to say about it
     * @param range which rows these are, such as {@code 1 to 100 of 98,186}
     * @param previous link to the rows before, {@code null} where there are none
     * @param next link to the rows after
     */
    record Table(
            String heading,
            @Nullable String note,
            List<String> columns,
            List<Row> rows,
            @Nullable String range,
            @Nullable String previous,
            @Nullable String next) {

        static Table whole(String heading, @Nullable String note, List<String> columns, List<Row> rows) {
            return new Table(heading, note, columns, rows, null, null, null);
        }

        boolean hasRows() {
            return !rows.isEmpty();
        }

        boolean hasPages() {
            return previous != null || next != null;
        }
    }
}
