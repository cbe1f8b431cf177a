/** CMS Place of Service codes: the CodeSystem of HL7 Terminology. */
@NullMarked
package org.fixator.release.pos;

import org.jspecify.annotations.NullMarked;
