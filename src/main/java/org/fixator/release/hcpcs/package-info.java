/** HCPCS Level II as CMS publishes it: the fixed-width file of procedures and modifiers, and its processing notes. */
@NullMarked
package org.fixator.release.hcpcs;

import org.jspecify.annotations.NullMarked;
