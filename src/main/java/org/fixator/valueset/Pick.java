package org.fixator.valueset;

import org.fixator.codesystem.Concept;

/** A concept of a page, and the selection that brings it in. */
record Pick(Selection selection, Concept concept) {}
