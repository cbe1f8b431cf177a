/**
 * ICD-10-CM and ICD-10-PCS as CMS and NCHS publish them: order files, files of codes, addenda and, of ICD-10-CM, the
 * tabular list in XML.
 */
@NullMarked
package org.fixator.release.icd10;

import org.jspecify.annotations.NullMarked;
