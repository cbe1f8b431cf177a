package org.fixator.codesystem;

/** How far to look for the codes that may be meant by one that does not exist. */
public enum Likeness {

    /**
     * The same letters and digits with other case or punctuation: a slip. Takes a look-up or two; other codes that are found
     * by the way may be among them.
     */
    SPELLING,

    /** One character off, or another beginning or ending too: a guess. Takes hundreds of look-ups. */
    GUESS
}
