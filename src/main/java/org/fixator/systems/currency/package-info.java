/** Currencies, {@code urn:iso:std:iso:4217}: the alphabetic codes of ISO 4217 as the Java runtime knows them. */
@NullMarked
package org.fixator.systems.currency;

import org.jspecify.annotations.NullMarked;
