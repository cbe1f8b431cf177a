package org.fixator.release.icd10;

import java.util.List;

/**
 * The tabular list of ICD-10-CM as its XML has it: what stands above the categories, and what is noted at codes.
 *
 * @param file name of the file
 * @param version as the file states it: the year
 */
record TabularList(String file, String version, List<Heading> chapters, List<Entry> entries) {

    /**
     * A chapter or a block.
     *
     * @param code range of its categories, such as {@code A00-B99}
     * @param number of a chapter; empty for a block
     * @param blocks of a chapter
     * @param categories that stand directly in a block
     */
    record Heading(
            String code, String number, String title, List<Note> notes, List<Heading> blocks, List<String> categories) {

        String first() {
            return code.substring(0, code.indexOf('-'));
        }

        String last() {
            return code.substring(code.indexOf('-') + 1);
        }

        boolean holds(String category) {
            return first().compareTo(category) <= 0 && category.compareTo(last()) <= 0;
        }

        /** Whether another one is a part of this one. */
        boolean holds(Heading other) {
            return !other.code.equals(code) && holds(other.first()) && holds(other.last());
        }
    }

    /**
     * A code with what is noted at it.
     *
     * @param code with its dot
     * @param line where it stands
     * @param takesSeventh whether it or a heading above it defines seventh characters
     * @param isLeaf whether no code stands below it
     */
    record Entry(
            String code,
            String title,
            int line,
            boolean takesSeventh,
            boolean isLeaf,
            List<String> inclusionTerms,
            List<Note> notes) {}

    /**
     * @param value text of the note; of a seventh character, the character
     * @param meaning of a seventh character; else empty
     */
    record Note(TabularNote kind, String value, String meaning) {}
}
