/**
 * FHIR on the wire: Parameters and resources into requests and definitions, results back into JSON bytes. The only
 * package besides {@code store} that knows FHIR's models.
 */
@NullMarked
package org.fixator.wire;

import org.jspecify.annotations.NullMarked;
