package org.fixator.release.icd10;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fixator.codesystem.CodeSystemBuilder;
import org.fixator.coding.Coding;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.fixator.index.Ints;
import org.fixator.release.DesignationUse;
import org.fixator.release.ReleaseException;
import org.jspecify.annotations.Nullable;

/**
 * Makes concepts of entries: the code with its dot, the long title as display, the short one as designation, whether it is
 * billable. When all have come, each code gets the longest listed code that it begins with as its parent, and a category
 * the block that the structure says.
 */
final class Concepts {

    /** Bytes kept of each code, which has at most seven characters and a dot. */
    private static final int WIDTH = 8;

    private static final int CATEGORY = 3;
    private static final Coding SHORT_TITLE = DesignationUse.SHORT_TITLE;

    private final Edition edition;
    private final @Nullable Headings headings;
    private final CodeSystemBuilder builder = new CodeSystemBuilder();
    private final ProcedureAxes axes = new ProcedureAxes(builder);
    private final int billable = builder.propertyValue(Property.of("billable", PropertyType.BOOLEAN, "true"));
    private final int heading = builder.propertyValue(Property.of("billable", PropertyType.BOOLEAN, "false"));
    private final Ints lengths = new Ints(1 << 16);
    private final Ints numbers = new Ints(1 << 16);
    private byte[] codes = new byte[WIDTH << 16];
    private int billables;
    private int orphanRoots;

    /** @param headings chapters and blocks; {@code null} where none are known */
    Concepts(Edition edition, @Nullable Headings headings) {
        this.edition = edition;
        this.headings = headings;
    }

    CodeSystemBuilder builder() {
        return builder;
    }

    @Nullable
    Headings headings() {
        return headings;
    }

    /** Whether the code of an entry is there. */
    boolean has(OrderLine line) {
        String code = line.code();
        boolean dotted = edition == Edition.CM && code.length() > CATEGORY;
        return builder.find(dotted ? code.substring(0, CATEGORY) + "." + code.substring(CATEGORY) : code) >= 0;
    }

    /** Number of billable codes so far. */
    int billables() {
        return billables;
    }

    /** Number of categories that no block or chapter was found for. */
    int withoutHeading() {
        return orphanRoots;
    }

    /** @throws ReleaseException where the code stands twice */
    void add(OrderLine line) {
        int parent = -1;
        boolean isCategory = line.codeEnd - line.codeStart == CATEGORY;
        if (headings != null && isCategory) {
            parent = headings.ordinalOf(line.code(), builder);
            orphanRoots += parent < 0 ? 1 : 0;
        }
        int ordinal = builder.begin();
        int length = keep(ordinal, line);
        int at = ordinal * WIDTH;
        if (!builder.code(codes, at, at + length)) {
            throw new ReleaseException(line.place(), "the code " + text(ordinal) + " stands twice");
        }
        builder.display(line.buffer, line.longStart, line.longEnd);
        if (line.shortEnd > line.shortStart) {
            builder.designation("en-US", SHORT_TITLE, line.buffer, line.shortStart, line.shortEnd);
        }
        builder.property(line.billable ? billable : heading);
        billables += line.billable ? 1 : 0;
        if (edition == Edition.PCS) {
            axes(line, at, length);
        }
        builder.end();
        if (parent >= 0) {
            builder.parent(ordinal, parent);
        }
    }

    private void axes(OrderLine line, int at, int length) {
        axes.add(Arrays.copyOfRange(codes, at, at + length), length);
        if (!line.billable) {
            builder.property(Property.of("notSelectable", PropertyType.BOOLEAN, "true"));
        }
    }

    /** Keeps the code as it is to be written; returns its length. */
    private int keep(int ordinal, OrderLine line) {
        int at = ordinal * WIDTH;
        if (at + WIDTH > codes.length) {
            codes = Arrays.copyOf(codes, Math.max(codes.length * 2, at + WIDTH));
        }
        int length = line.codeEnd - line.codeStart;
        boolean dotted = edition == Edition.CM && length > CATEGORY;
        int head = dotted ? CATEGORY : length;
        System.arraycopy(line.buffer, line.codeStart, codes, at, head);
        if (dotted) {
            codes[at + CATEGORY] = '.';
            System.arraycopy(line.buffer, line.codeStart + CATEGORY, codes, at + CATEGORY + 1, length - CATEGORY);
            length++;
        }
        lengths.put(ordinal, length);
        numbers.put(ordinal, line.number);
        return length;
    }

    /**
     * Gives each code its parent.
     *
     * @param file for messages
     * @throws ReleaseException where a code has no listed code above it
     */
    void link(String file, boolean orphansAllowed) {
        for (int ordinal = 0; ordinal < lengths.size(); ordinal++) {
            int length = lengths.get(ordinal);
            if (length > CATEGORY) {
                int parent = longestPrefix(ordinal * WIDTH, length);
                if (parent >= 0) {
                    builder.parent(ordinal, parent);
                } else if (!orphansAllowed) {
                    throw new ReleaseException(
                            file + ":" + numbers.get(ordinal),
                            "the code " + text(ordinal) + " is an orphan: no code that it begins with is listed");
                }
            }
        }
    }

    private int longestPrefix(int at, int length) {
        for (int end = at + length - 1; end >= at + CATEGORY; end--) {
            int found = builder.find(codes, at, end);
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }

    private String text(int ordinal) {
        return new String(codes, ordinal * WIDTH, lengths.get(ordinal), StandardCharsets.US_ASCII);
    }
}
