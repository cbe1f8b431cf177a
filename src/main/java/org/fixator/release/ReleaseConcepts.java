package org.fixator.release;

import org.fixator.codesystem.CodeSystemBuilder;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.coding.Coding;
import org.fixator.coding.Designation;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * Collects the concepts that a reader finds in several files, and refuses a code that stands twice with its line. What is
 * empty in a file is not there. Belongs to one thread and is used once.
 */
public final class ReleaseConcepts {

    private final CodeSystemBuilder builder = new CodeSystemBuilder();

    /**
     * A new concept.
     *
     * @param place file and line, for messages
     * @return its ordinal
     * @throws ReleaseException where there is no code, or it was there before
     */
    public int add(String code, String display, String place) {
        if (code.isEmpty()) {
            throw new ReleaseException(place, "there is no code");
        }
        if (builder.find(code) >= 0) {
            throw new ReleaseException(place, "the code '" + code + "' stands a second time");
        }
        return builder.add(code, display.isEmpty() ? null : display);
    }

    /** The ordinal of a code; -1 where no concept has it so far. */
    public int find(String code) {
        return builder.find(code);
    }

    /**
     * The ordinal of a code that has to be there.
     *
     * @throws ReleaseException where it is not
     */
    public int required(String code, String place) {
        int ordinal = builder.find(code);
        if (ordinal < 0) {
            throw new ReleaseException(place, "there is no code '" + code + "' in the release");
        }
        return ordinal;
    }

    public int size() {
        return builder.size();
    }

    public void parent(int child, int parent) {
        builder.parent(child, parent);
    }

    public void definition(int ordinal, String text) {
        if (!text.isEmpty()) {
            builder.reopen(ordinal);
            builder.definition(text);
            builder.end();
        }
    }

    public void property(int ordinal, String code, PropertyType type, String value) {
        if (!value.isEmpty()) {
            property(ordinal, Property.of(code, type, value));
        }
    }

    public void property(int ordinal, Property property) {
        builder.reopen(ordinal);
        builder.property(property);
        builder.end();
    }

    public void designation(int ordinal, @Nullable String language, @Nullable Coding use, String text) {
        if (!text.isEmpty()) {
            builder.reopen(ordinal);
            builder.designation(Designation.of(language, use, text));
            builder.end();
        }
    }

    /**
     * Freezes what was collected.
     *
     * @param files what messages are to name
     * @throws ReleaseException where there is nothing, or the hierarchy is none
     */
    public TableCodeSystem build(CodeSystemDescription description, String files) {
        if (builder.size() == 0) {
            throw new ReleaseException(files, "there is no concept in it");
        }
        builder.describe(description);
        try {
            return builder.build();
        } catch (TerminologyException e) {
            throw new ReleaseException(files, e.issues().get(0).text(), e);
        }
    }
}
