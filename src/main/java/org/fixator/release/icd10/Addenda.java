package org.fixator.release.icd10;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fixator.release.LineReader;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.jspecify.annotations.Nullable;

/**
 * What one release changed in the order file of the one before. A heading that becomes billable, or the other way round,
 * is printed as deleted and added. After the changes follow totals, which the result has to fit.
 */
final class Addenda {

    private static final Pattern TOTAL = Pattern.compile("\\s*(\\d+) (headers|codes) in (\\S+)\\s*");

    private final String file;
    private final List<Change> changes = new ArrayList<>();
    /** The last totals, which are those of the new release. */
    private final Map<String, Integer> totals = new HashMap<>();

    private @Nullable String newFile;

    private Addenda(String file) {
        this.file = file;
    }

    private enum Kind {
        ADD,
        DELETE,
        REVISE_FROM,
        REVISE_TO
    }

    private record Change(Kind kind, OrderLine entry) {}

    static Addenda read(ReleaseFile file, ReadingProgress progress) {
        Addenda addenda = new Addenda(file.name());
        OrderLine entry = new OrderLine();
        try (LineReader lines = new LineReader(file, progress)) {
            while (lines.next()) {
                Kind kind = kind(lines);
                if (kind != null) {
                    entry.addendum(lines);
                    addenda.changes.add(new Change(kind, entry.copy()));
                } else {
                    addenda.total(lines);
                }
            }
        }
        return addenda;
    }

    private static @Nullable Kind kind(LineReader line) {
        String operation = line.text(0, 13, StandardCharsets.US_ASCII);
        return switch (operation) {
            case "Add:" -> Kind.ADD;
            case "Delete:" -> Kind.DELETE;
            case "Revise from:" -> Kind.REVISE_FROM;
            case "Revise to:" -> Kind.REVISE_TO;
            default -> null;
        };
    }

    private void total(LineReader line) {
        String text = line.text(StandardCharsets.US_ASCII);
        if (text.contains(":") && totals.isEmpty()) {
            throw line.refuse("it is neither an addition, a deletion nor a revision");
        }
        Matcher m = TOTAL.matcher(text);
        if (m.matches()) {
            totals.put(m.group(2), Integer.parseInt(m.group(1)));
            newFile = m.group(3);
        }
    }

    /** Name of the order file that the changes lead to, where the totals name it. */
    @Nullable
    String newFile() {
        return newFile;
    }

    int size() {
        return changes.size();
    }

    /** Whether an order file is what the changes lead to, so that there is nothing to do. */
    boolean isContainedIn(OrderFile order) {
        int added = 0;
        int there = 0;
        for (Change change : changes) {
            if (change.kind == Kind.ADD || change.kind == Kind.REVISE_TO) {
                added++;
                there += order.has(change.entry) ? 1 : 0;
            }
        }
        return added > 0 && there == added;
    }

    /**
     * Applies the changes.
     *
     * @throws ReleaseException where a change does not fit, with its line, or the totals differ
     */
    void applyTo(OrderFile order) {
        for (Change change : changes) {
            OrderLine entry = change.entry;
            if (change.kind == Kind.DELETE || change.kind == Kind.REVISE_FROM) {
                if (!order.has(entry)) {
                    throw refuse(entry, "is changed here, and does not stand so in " + order.name());
                }
                order.remove(entry);
            }
        }
        for (Change change : changes) {
            OrderLine entry = change.entry;
            if ((change.kind == Kind.ADD || change.kind == Kind.REVISE_TO) && !order.put(entry)) {
                throw refuse(entry, "is added here, and is there already in " + order.name());
            }
        }
        requireTotal("codes", order.count(true));
        requireTotal("headers", order.count(false));
    }

    private void requireTotal(String what, int found) {
        Integer total = totals.get(what);
        if (total != null && total != found) {
            throw new ReleaseException(
                    file, "it says that there are " + total + " " + what + " afterwards, and there are " + found);
        }
    }

    private static ReleaseException refuse(OrderLine entry, String reason) {
        return new ReleaseException(entry.place(), "the code " + entry.code() + " " + reason);
    }
}
