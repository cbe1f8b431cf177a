package org.fixator.codesystem;

import org.jspecify.annotations.Nullable;

/**
 * A filter of a value set's include or exclude.
 *
 * @param property the property or filter code, {@code concept} and {@code code} included
 * @param operator FHIR's filter-operator code, as the value set writes it
 * @param value the value; {@code null} where the value set gives none
 */
public record PropertyFilter(String property, String operator, @Nullable String value) {}
