package org.fixator.release.icd10;

import java.util.List;
import org.fixator.codesystem.CodeSystemBuilder;
import org.fixator.coding.Designation;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.fixator.release.DesignationUse;
import org.fixator.release.icd10.TabularList.Entry;
import org.fixator.release.icd10.TabularList.Note;
import org.jspecify.annotations.Nullable;

/** Gives codes the notes and inclusion terms of a tabular list. */
final class TabularNotes {

    static final String BORROWED = "structureFrom";

    private TabularNotes() {}

    /** What joining a list with the codes came to. */
    static final class Joined {
        int notListed;
        int titledOtherwise;
        int noted;
    }

    /**
     * Adds what the list notes at its codes. A list of another year speaks only of codes whose title is still the same.
     *
     * @param borrowedFrom year of the list where it is not that of the codes
     */
    static Joined join(CodeSystemBuilder builder, TabularList list, @Nullable String borrowedFrom) {
        Joined joined = new Joined();
        for (Entry entry : list.entries()) {
            int ordinal = builder.find(entry.code());
            if (ordinal < 0) {
                joined.notListed++;
            } else if (!entry.notes().isEmpty() || !entry.inclusionTerms().isEmpty()) {
                if (borrowedFrom != null && !entry.title().equalsIgnoreCase(builder.displayOf(ordinal))) {
                    joined.titledOtherwise++;
                } else {
                    builder.reopen(ordinal);
                    add(builder, entry, borrowedFrom);
                    builder.end();
                    joined.noted++;
                }
            }
        }
        return joined;
    }

    /** Adds inclusion terms and notes to the concept that is open. */
    static void add(CodeSystemBuilder builder, Entry entry, @Nullable String borrowedFrom) {
        for (String term : entry.inclusionTerms()) {
            builder.designation(Designation.of("en-US", DesignationUse.INCLUSION_TERM, term));
        }
        add(builder, entry.notes(), borrowedFrom);
    }

    /** Adds notes to the concept that is open, and where they come from. */
    static void add(CodeSystemBuilder builder, List<Note> notes, @Nullable String borrowedFrom) {
        for (Note note : notes) {
            if (note.kind() == TabularNote.SEVEN_CHR_DEF) {
                builder.property(
                        new Property(note.kind().element, PropertyType.CODE, note.value(), null, note.meaning()));
            } else {
                builder.property(Property.of(note.kind().element, PropertyType.STRING, note.value()));
            }
        }
        if (borrowedFrom != null) {
            builder.property(Property.of(BORROWED, PropertyType.STRING, borrowedFrom));
        }
    }
}
