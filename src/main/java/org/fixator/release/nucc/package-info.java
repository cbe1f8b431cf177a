/** The Health Care Provider Taxonomy of the NUCC: its CSV file. */
@NullMarked
package org.fixator.release.nucc;

import org.jspecify.annotations.NullMarked;
