/** Countries, {@code urn:iso:std:iso:3166}: the alphabetic and numeric codes of ISO 3166-1 in one code system. */
@NullMarked
package org.fixator.systems.country;

import org.jspecify.annotations.NullMarked;
