/**
 * LOINC, {@code http://loinc.org}: the concepts come from a table; what is added are the filters and the value sets that the
 * published page names.
 *
 * <p>The trap: without its hierarchy LOINC looks as if nothing subsumed anything.
 *
 * @see <a href="https://terminology.hl7.org/LOINC.html">Using LOINC with HL7 standards</a>
 */
@NullMarked
package org.fixator.systems.loinc;

import org.jspecify.annotations.NullMarked;
