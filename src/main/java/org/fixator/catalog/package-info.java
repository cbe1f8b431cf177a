/**
 * What is served now: every version of every code system, value set and concept map in one immutable snapshot, the
 * rules that decide which version answers, and the overlays that a request brings along.
 */
@NullMarked
package org.fixator.catalog;

import org.jspecify.annotations.NullMarked;
