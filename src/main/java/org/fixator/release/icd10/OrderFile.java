package org.fixator.release.icd10;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fixator.release.LineReader;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;

/** An order file in memory, to be changed by addenda. One without addenda is read line by line instead. */
final class OrderFile {

    private static final int CATEGORY = 3;
    private static final String TOP = "";

    /** Stands where an entry was. */
    private static final OrderLine DELETED = new OrderLine();

    private final String name;
    private final Map<String, OrderLine> entries = new LinkedHashMap<>();
    private final Map<String, OrderLine> added = new TreeMap<>();

    private OrderFile(String name) {
        this.name = name;
    }

    static OrderFile read(ReleaseFile file, ReadingProgress progress) {
        OrderFile order = new OrderFile(file.name());
        OrderLine entry = new OrderLine();
        try (LineReader lines = new LineReader(file, progress)) {
            while (lines.next()) {
                if (!lines.isBlank()) {
                    entry.order(lines);
                    OrderLine.requireNumber(lines, order.entries.size() + 1);
                    if (order.entries.put(entry.code(), entry.copy()) != null) {
                        throw lines.refuse("the code " + entry.code() + " stands twice");
                    }
                }
            }
        }
        return order;
    }

    String name() {
        return name;
    }

    /** Whether it holds a code with the same flag and titles. */
    boolean has(OrderLine wanted) {
        OrderLine entry = entries.get(wanted.code());
        return entry != null
                && entry != DELETED
                && entry.billable == wanted.billable
                && entry.longTitle().equals(wanted.longTitle())
                && entry.shortTitle().equals(wanted.shortTitle());
    }

    int count(boolean billable) {
        int count = 0;
        for (OrderLine entry : entries.values()) {
            count += entry != DELETED && entry.billable == billable ? 1 : 0;
        }
        return count;
    }

    /** Takes an entry out; its place is kept, should it come back with another title or flag. */
    void remove(OrderLine entry) {
        entries.put(entry.code(), DELETED);
    }

    /** Adds an entry; {@code false} where its code is there. */
    boolean put(OrderLine entry) {
        OrderLine old = entries.get(entry.code());
        if (old == null) {
            added.put(entry.code(), entry);
        }
        if (old == null || old == DELETED) {
            entries.put(entry.code(), entry);
            return true;
        }
        return false;
    }

    /** The entries, each below the one it belongs to; new ones stand before the first neighbour with a greater code. */
    List<OrderLine> inOrder() {
        Map<String, List<OrderLine>> below = new HashMap<>();
        for (Map.Entry<String, OrderLine> entry : entries.entrySet()) {
            if (entry.getValue() != DELETED && !added.containsKey(entry.getKey())) {
                below.computeIfAbsent(parent(entry.getKey()), code -> new ArrayList<>())
                        .add(entry.getValue());
            }
        }
        for (OrderLine entry : added.values()) {
            List<OrderLine> siblings = below.computeIfAbsent(parent(entry.code()), code -> new ArrayList<>());
            int place = 0;
            while (place < siblings.size() && siblings.get(place).code().compareTo(entry.code()) < 0) {
                place++;
            }
            siblings.add(place, entry);
        }
        List<OrderLine> ordered = new ArrayList<>(entries.size());
        append(TOP, below, ordered);
        return ordered;
    }

    private static void append(String parent, Map<String, List<OrderLine>> below, List<OrderLine> ordered) {
        for (OrderLine entry : below.getOrDefault(parent, List.of())) {
            ordered.add(entry);
            append(entry.code(), below, ordered);
        }
    }

    /** The longest listed code that a code begins with; {@link #TOP} of a category. */
    private String parent(String code) {
        for (int length = code.length() - 1; length >= CATEGORY; length--) {
            OrderLine entry = entries.get(code.substring(0, length));
            if (entry != null && entry != DELETED) {
                return code.substring(0, length);
            }
        }
        if (code.length() > CATEGORY) {
            throw new ReleaseException(
                    name, "the code " + code + " is an orphan: no code that it begins with is listed");
        }
        return TOP;
    }
}
