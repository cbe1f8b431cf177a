/** General equivalence mappings between ICD-9-CM and ICD-10-CM: the diagnosis files of CMS and NCHS. */
@NullMarked
package org.fixator.release.gem;

import org.jspecify.annotations.NullMarked;
