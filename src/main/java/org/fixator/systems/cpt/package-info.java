/**
 * CPT, {@code http://www.ama-assn.org/go/cpt}: codes and modifiers come from a table, which a release or a fragment fills;
 * what is added here are the rules of expressions such as {@code 20697:52}, the filters of the published page, the four
 * named value sets and the limits of the licence.
 *
 * <p>The trap: an expression has no display, and infinitely many are valid, so a set that holds expressions is open.
 *
 * @see <a href="https://terminology.hl7.org/CPT.html">Using CPT with HL7 standards</a>
 */
@NullMarked
package org.fixator.systems.cpt;

import org.jspecify.annotations.NullMarked;
