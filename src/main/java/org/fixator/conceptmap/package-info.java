/**
 * Concept maps and {@code $translate}.
 */
@NullMarked
package org.fixator.conceptmap;

import org.jspecify.annotations.NullMarked;
