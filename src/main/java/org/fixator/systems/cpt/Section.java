package org.fixator.systems.cpt;

/** The sections of CPT, as far as the form of a code tells them. */
enum Section {
    ANESTHESIA,
    /** Surgery of the skin and its appendages, where newborns are not a case of their own. */
    SKIN,
    SURGERY,
    RADIOLOGY,
    LABORATORY,
    MEDICINE,
    CATEGORY_TWO,
    /** Codes that are not five digits: Category III, vaccines, multianalyte assays. */
    OTHER;

    static Section of(String code) {
        if (code.length() == 5 && code.endsWith("F")) {
            return CATEGORY_TWO;
        }
        if (!code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OTHER;
        }
        return switch (code.charAt(0)) {
            case '0' -> ANESTHESIA;
            case '1' -> SKIN;
            case '7' -> RADIOLOGY;
            case '8' -> LABORATORY;
            case '9' -> MEDICINE;
            default -> SURGERY;
        };
    }

    /** Whether there are codes in it that modifier 63 goes with. */
    boolean hasInfantSurgery() {
        return this == SURGERY || this == MEDICINE || this == OTHER;
    }

    boolean isOrMayBe(Section section) {
        return this == section || this == OTHER;
    }
}
