/**
 * The National Drug Code directory of the FDA: {@link org.fixator.release.ndc.NdcReader}.
 *
 * <p>The trap: the FDA writes a code with ten digits and two hyphens, whose places differ; claims write it with eleven
 * digits. The code is what the FDA writes; the other form is a property here and an accepted spelling in
 * {@code systems.ndc}.
 */
@NullMarked
package org.fixator.release.ndc;

import org.jspecify.annotations.NullMarked;
