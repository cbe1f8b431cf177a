package org.fixator.coding;

import org.jspecify.annotations.Nullable;

/**
 * A FHIR extension carried through unread.
 *
 * @param url what the extension means
 * @param value its primitive value as text, {@code null} where the value is not primitive
 * @param json the whole extension as a JSON object, as it stood in its resource
 */
public record Extension(String url, @Nullable String value, String json) {}
