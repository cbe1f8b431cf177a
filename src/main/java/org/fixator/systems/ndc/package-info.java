/**
 * National Drug Codes, {@code http://hl7.org/fhir/sid/ndc}: the codes come from a table as the FDA writes them; the spellings
 * that claims use are accepted.
 */
@NullMarked
package org.fixator.systems.ndc;

import org.jspecify.annotations.NullMarked;
