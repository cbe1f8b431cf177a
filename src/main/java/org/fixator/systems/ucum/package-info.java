/**
 * The Unified Code for Units of Measure, {@code http://unitsofmeasure.org}: every unit expression that the grammar
 * allows, read by {@code org.fhir:ucum} with the definitions (ucum-essence.xml) that come in its jar.
 */
@NullMarked
package org.fixator.systems.ucum;

import org.jspecify.annotations.NullMarked;
