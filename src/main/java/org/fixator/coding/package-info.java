/**
 * The values that every other package speaks in: codes, canonicals, versions, designations, languages. They know nothing
 * of storage, of HTTP or of a particular terminology. All are immutable.
 */
@NullMarked
package org.fixator.coding;

import org.jspecify.annotations.NullMarked;
