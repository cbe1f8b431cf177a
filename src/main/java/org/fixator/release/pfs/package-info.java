/**
 * The Medicare physician fee schedule: {@link org.fixator.release.pfs.FeeScheduleReader}. Its indicators become supplements of
 * CPT and HCPCS Level II; its descriptions are the American Medical Association's and are not read.
 *
 * <p>The trap: the names of its columns stand in several rows, one word above the other.
 */
@NullMarked
package org.fixator.release.pfs;

import org.jspecify.annotations.NullMarked;
