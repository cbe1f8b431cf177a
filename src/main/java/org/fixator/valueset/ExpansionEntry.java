package org.fixator.valueset;

/** One entry of an expansion, told in full or as the concept that there is nothing to add to. */
public sealed interface ExpansionEntry permits ExpandedConcept, PlainEntry {

    /** The entry in full. */
    ExpandedConcept whole();
}
