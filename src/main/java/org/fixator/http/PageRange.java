package org.fixator.http;

import java.util.List;
import java.util.Locale;
import org.fixator.http.Page.Row;
import org.fixator.http.Page.Table;
import org.jspecify.annotations.Nullable;

/** Which rows of a long list a page shows, and how its neighbours are reached: {@code ?offset=}. */
record PageRange(String url, int offset) {
    static final int SIZE = 100;

    /** @param offset as the client sent it; what is no number means the beginning */
    static PageRange of(String url, @Nullable String offset) {
        return new PageRange(url, offset != null && offset.matches("\\d{1,9}") ? Integer.parseInt(offset) : 0);
    }

    /** The table of these rows out of {@code total}. */
    Table table(String heading, @Nullable String note, List<String> columns, List<Row> rows, int total) {
        String range = rows.isEmpty()
                ? "none of " + number(total)
                : number(offset + 1) + " to " + number(offset + rows.size()) + " of " + number(total);
        return new Table(
                heading,
                note,
                columns,
                rows,
                range,
                offset > 0 ? link(Math.max(0, offset - SIZE)) : null,
                offset + rows.size() < total && !rows.isEmpty() ? link(offset + SIZE) : null);
    }

    private String link(int to) {
        return to == 0 ? url : url + "?offset=" + to;
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
