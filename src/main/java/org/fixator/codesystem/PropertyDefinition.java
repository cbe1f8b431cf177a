package org.fixator.codesystem;

import org.fixator.coding.PropertyType;
import org.jspecify.annotations.Nullable;

/** A property that concepts of a code system may carry: {@code CodeSystem.property}. */
public record PropertyDefinition(String code, @Nullable String uri, @Nullable String description, PropertyType type) {}
