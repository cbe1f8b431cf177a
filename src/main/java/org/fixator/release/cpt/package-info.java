/**
 * CPT as the American Medical Association licenses it: {@link org.fixator.release.cpt.CptReader}. The layouts are in
 * {@link org.fixator.release.cpt.CptLayout}, told apart by the shape of the lines.
 *
 * <p>The trap: no file says which of the published years it is in a place of its own, and the copyright line may name the
 * year before it.
 */
@NullMarked
package org.fixator.release.cpt;

import org.jspecify.annotations.NullMarked;
