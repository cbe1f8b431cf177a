package org.fixator.release.icd10;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.coding.PropertyType;
import org.fixator.release.SystemHeader;
import org.jspecify.annotations.Nullable;

/** The kinds of notes of the tabular list that become properties, under the names of its elements. */
enum TabularNote {
    INCLUDES("includes", "Includes: examples of what is classified here"),
    EXCLUDES1("excludes1", "Excludes1: not coded here, never together with this code"),
    EXCLUDES2("excludes2", "Excludes2: not included here, may be coded as well"),
    CODE_FIRST("codeFirst", "Code first: the underlying condition comes first"),
    USE_ADDITIONAL_CODE("useAdditionalCode", "Use additional code: a further code that completes this one"),
    CODE_ALSO("codeAlso", "Code also: a second code may be needed, in either order"),
    NOTES("notes", "Note of the tabular list"),
    SEVEN_CHR_NOTE("sevenChrNote", "Which codes take a seventh character"),
    SEVEN_CHR_DEF(
            "sevenChrDef", "A seventh character and what it means; below this heading codes end with one of them");

    final String element;
    private final String description;

    TabularNote(String element, String description) {
        this.element = element;
        this.description = description;
    }

    static @Nullable TabularNote of(String element) {
        for (TabularNote note : values()) {
            if (note.element.equals(element)) {
                return note;
            }
        }
        return null;
    }

    static List<PropertyDefinition> definitions() {
        List<PropertyDefinition> definitions = new ArrayList<>();
        definitions.add(Edition.billable());
        definitions.add(
                SystemHeader.property("level", PropertyType.CODE, "chapter or block, of headings above categories"));
        definitions.add(SystemHeader.wellKnown(
                "notSelectable", PropertyType.BOOLEAN, "Whether it is a chapter or block, which is no code"));
        definitions.add(SystemHeader.property("chapter", PropertyType.STRING, "Number of a chapter"));
        definitions.add(SystemHeader.property(
                TabularNotes.BORROWED, PropertyType.STRING, "Year whose tabular list notes and headings come from"));
        for (TabularNote note : values()) {
            definitions.add(SystemHeader.property(
                    note.element, note == SEVEN_CHR_DEF ? PropertyType.CODE : PropertyType.STRING, note.description));
        }
        return definitions;
    }
}
