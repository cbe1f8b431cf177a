package org.fixator.release.icd10;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fixator.codesystem.CodeSystemBuilder;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.fixator.release.icd10.TabularList.Heading;
import org.jspecify.annotations.Nullable;

/**
 * Puts categories under blocks and chapters. Their codes are the ranges that the tabular list prints, of one category too
 * ({@code B99-B99}), because the category itself has the code {@code B99}. Blocks within blocks stand in no file as such:
 * a block is part of the smallest one whose range holds its own.
 *
 * <p>A category that the list does not name (another year's list) goes where the ranges say; outside of all ranges, to the
 * chapter of the category before it with the same first letter.
 */
final class Headings {

    private final List<Heading> chapters;
    private final Map<String, Heading> blockOfCategory = new HashMap<>();
    private final Map<String, Heading> above = new HashMap<>();
    private final List<Heading> blocks = new ArrayList<>();
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final @Nullable String borrowedFrom;
    private final List<String> placedByRange = new ArrayList<>();
    private @Nullable Heading lastChapter;
    private char lastLetter;

    /** @param borrowedFrom year of the list where it is not that of the codes */
    Headings(TabularList list, @Nullable String borrowedFrom) {
        this.chapters = list.chapters();
        this.borrowedFrom = borrowedFrom;
        for (Heading chapter : chapters) {
            for (Heading block : chapter.blocks()) {
                boolean isWhole = block.code().equals(chapter.code());
                if (!isWhole) {
                    blocks.add(block);
                    above.put(block.code(), smallestAround(block, chapter));
                }
                block.categories().forEach(category -> blockOfCategory.put(category, isWhole ? chapter : block));
            }
        }
    }

    private static Heading smallestAround(Heading block, Heading chapter) {
        Heading smallest = chapter;
        for (Heading other : chapter.blocks()) {
            if (other.holds(block) && smallest.holds(other)) {
                smallest = other;
            }
        }
        return smallest;
    }

    /** Categories that the list does not name. */
    List<String> placedByRange() {
        return placedByRange;
    }

    /** The ordinal of what a category stands under, which is made where it is new; -1 where nothing is found. */
    int ordinalOf(String category, CodeSystemBuilder builder) {
        Heading heading = blockOfCategory.get(category);
        if (heading == null) {
            placedByRange.add(category);
            heading = byRange(category);
        }
        if (heading == null) {
            return -1;
        }
        lastChapter = chapterOf(heading);
        lastLetter = category.charAt(0);
        return ordinal(heading, builder);
    }

    private @Nullable Heading byRange(String category) {
        Heading smallest = null;
        for (Heading block : blocks) {
            if (block.holds(category) && (smallest == null || smallest.holds(block))) {
                smallest = block;
            }
        }
        for (Heading chapter : chapters) {
            if (smallest == null && chapter.holds(category)) {
                smallest = chapter;
            }
        }
        return smallest == null && category.charAt(0) == lastLetter ? lastChapter : smallest;
    }

    private Heading chapterOf(Heading heading) {
        Heading top = heading;
        for (Heading up = above.get(top.code()); up != null; up = above.get(top.code())) {
            top = up;
        }
        return top;
    }

    private int ordinal(Heading heading, CodeSystemBuilder builder) {
        Integer known = ordinals.get(heading.code());
        if (known != null) {
            return known;
        }
        Heading up = above.get(heading.code());
        int parent = up == null ? -1 : ordinal(up, builder);
        int ordinal = builder.begin();
        builder.code(heading.code());
        builder.display(heading.title());
        builder.property(
                Property.of("level", PropertyType.CODE, heading.number().isEmpty() ? "block" : "chapter"));
        if (!heading.number().isEmpty()) {
            builder.property(Property.of("chapter", PropertyType.STRING, heading.number()));
        }
        builder.property(Property.of("billable", PropertyType.BOOLEAN, "false"));
        builder.property(Property.of("notSelectable", PropertyType.BOOLEAN, "true"));
        TabularNotes.add(builder, heading.notes(), borrowedFrom);
        builder.end();
        if (parent >= 0) {
            builder.parent(ordinal, parent);
        }
        ordinals.put(heading.code(), ordinal);
        return ordinal;
    }
}
