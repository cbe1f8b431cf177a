/** All kinds of releases that can be read. */
@NullMarked
package org.fixator.release.kinds;

import org.jspecify.annotations.NullMarked;
