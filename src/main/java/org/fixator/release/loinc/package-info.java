/**
 * LOINC as Regenstrief publishes it: {@link org.fixator.release.loinc.LoincReader}. Files are told apart by their columns
 * ({@link org.fixator.release.loinc.LoincFile}), since names and folders change from year to year.
 *
 * <p>The trap: terms, parts, answer lists, answers and groups are all codes of one system.
 *
 * @see <a href="https://terminology.hl7.org/LOINC.html">Using LOINC with HL7 standards</a>
 */
@NullMarked
package org.fixator.release.loinc;

import org.jspecify.annotations.NullMarked;
