package org.fixator.conceptmap;

import org.fixator.coding.Coding;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a mapping, or a further output of it.
 *
 * @param attribute what the value is of: R4 {@code property}, R5 {@code attribute}
 * @param type JSON element of the value in R5: {@code valueCoding}, {@code valueString}, {@code valueCode},
 *     {@code valueBoolean}, {@code valueQuantity}
 * @param value the value; of a Coding, its code
 * @param coding the value as a Coding, where it is one (R4: system and value)
 */
public record DependsOn(String attribute, String type, @Nullable String value, @Nullable Coding coding) {}
