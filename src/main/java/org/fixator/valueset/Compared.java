package org.fixator.valueset;

/** What a comparison found. */
record Compared(Overlap overlap, CodeLists codes) {}
