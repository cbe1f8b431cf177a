/**
 * Value sets: their definition, their compiled membership, {@code $expand} and {@code $validate-code}. Membership never
 * expands: a compose compiles into set expressions over the concepts of its code systems.
 */
@NullMarked
package org.fixator.valueset;

import org.jspecify.annotations.NullMarked;
