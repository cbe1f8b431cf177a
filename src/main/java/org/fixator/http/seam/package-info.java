/** Stands in for the operation seam of the engine packages until they are here. */
@NullMarked
package org.fixator.http.seam;

import org.jspecify.annotations.NullMarked;
