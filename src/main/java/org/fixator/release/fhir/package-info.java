/**
 * FHIR packages and resources as releases: {@link org.fixator.release.fhir.FhirReleaseReader}.
 *
 * <p>The trap: packages carry copies of what others publish, and empty stand-ins for systems that they only name.
 */
@NullMarked
package org.fixator.release.fhir;

import org.jspecify.annotations.NullMarked;
