package org.fixator.index;

/** The structures of an {@link Image}. A tag is part of the format and stays what it is. */
public enum Section {
    DESCRIPTION(1),
    TEXTS(2),
    CODES(3),
    COLUMNS(4),
    DESIGNATIONS(5),
    PROPERTIES(6),
    EXTENSIONS(7),
    PARENTS(8),
    CODE_TABLE(9),
    HIERARCHY(10),
    PROPERTY_POSTINGS(11),
    CODE_ORDER(12),
    TEXT_INDEX(13),
    MAP_HEADER(20),
    MAP_GROUPS(21),
    MAP_STRINGS(22),
    MAP_COLUMNS(23),
    MAP_DETAILS(24),
    MAP_CHAINS(25);

    private final int tag;

    Section(int tag) {
        this.tag = tag;
    }

    int tag() {
        return tag;
    }
}
