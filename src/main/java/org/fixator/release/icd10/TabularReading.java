package org.fixator.release.icd10;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fixator.codesystem.CodeSystemBuilder;
import org.fixator.coding.ContentMode;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseOptions;
import org.fixator.release.icd10.TabularList.Entry;

/**
 * A release from the tabular list alone. The list defines seventh characters and does not print the codes that end with
 * them, so the release is a fragment: a code that is missing from it may exist.
 */
final class TabularReading {

    private static final int CATEGORY = 3;

    private final Edition edition;
    private final ReleaseOptions options;
    private final List<String> notes;

    TabularReading(Edition edition, ReleaseOptions options, List<String> notes) {
        this.edition = edition;
        this.options = options;
        this.notes = notes;
    }

    ReleaseContent read(TabularList list, ReleaseFile file) {
        FiscalYear year = year(list, file);
        Headings headings = new Headings(list, null);
        CodeSystemBuilder builder = new CodeSystemBuilder();
        Set<String> seen = new HashSet<>();
        int withSeventh = 0;
        for (Entry entry : list.entries()) {
            if (!seen.add(entry.code())) {
                throw new ReleaseException(
                        list.file() + ":" + entry.line(), "the code " + entry.code() + " stands twice");
            }
            int parent = entry.code().length() == CATEGORY
                    ? headings.ordinalOf(entry.code(), builder)
                    : parent(entry.code(), builder);
            if (parent < 0) {
                throw new ReleaseException(
                        list.file() + ":" + entry.line(), "the code " + entry.code() + " is an orphan");
            }
            int ordinal = builder.begin();
            builder.code(entry.code());
            builder.display(entry.title());
            boolean billable = entry.isLeaf() && !entry.takesSeventh();
            withSeventh += entry.isLeaf() && entry.takesSeventh() ? 1 : 0;
            builder.property(Property.of("billable", PropertyType.BOOLEAN, Boolean.toString(billable)));
            TabularNotes.add(builder, entry, null);
            builder.end();
            builder.parent(ordinal, parent);
        }
        notes.add("The tabular list does not print codes with a seventh character, and " + withSeventh
                + " of its codes take one: the release is a fragment. With the order file of the year it is complete.");
        return Icd10Reading.content(edition, builder, year, ContentMode.FRAGMENT, notes);
    }

    private FiscalYear year(TabularList list, ReleaseFile file) {
        FiscalYear stated = FiscalYear.named(list.version());
        if (stated == null) {
            return FiscalYear.of(file, options.version());
        }
        String asked = options.version();
        FiscalYear named = FiscalYear.of(file, asked == null ? stated.version() : asked);
        if (named.year() != stated.year()) {
            throw new ReleaseException(
                    list.file(), "it is of " + list.version() + ", and the version asked for is " + named.version());
        }
        return named;
    }

    private static int parent(String code, CodeSystemBuilder builder) {
        for (int length = code.length() - 1; length >= CATEGORY; length--) {
            int found = builder.find(code.substring(0, length));
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }
}
