package org.fixator.release;

import java.util.List;
import java.util.Map;

/**
 * One row of a {@link TextTable}.
 *
 * @param place file and line, for messages
 * @param columns number of each column, by its name
 * @param cells what stands in the columns
 */
public record TableRow(String place, Map<String, Integer> columns, List<String> cells) {

    /** What stands in a column, without blanks around it; empty where nothing does or there is no such column. */
    public String get(String column) {
        Integer number = columns.get(column);
        return number == null || number >= cells.size() ? "" : cells.get(number).strip();
    }

    /** As {@link #get}; refused where nothing stands there. */
    public String required(String column) {
        String text = get(column);
        if (text.isEmpty()) {
            throw refuse("the column " + column + " is empty");
        }
        return text;
    }

    /** What to throw where this row is not what it should be. */
    public ReleaseException refuse(String reason) {
        return new ReleaseException(place, reason);
    }
}
