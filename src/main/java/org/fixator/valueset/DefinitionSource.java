package org.fixator.valueset;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The JSON that a value set was read from, and what every expansion repeats of it, which is made by the first and kept for
 * the others.
 */
public final class DefinitionSource {

    private final String json;
    private volatile byte @Nullable [] repeated;

    /** @param json the whole resource, without narrative */
    public DefinitionSource(String json) {
        this.json = json;
    }

    public String json() {
        return json;
    }

    /**
     * What expansions repeat.
     *
     * @param writer makes it of the JSON; always the same
     * @return bytes that nobody changes
     */
    public byte[] repeated(Function<String, byte[]> writer) {
        byte[] known = repeated;
        if (known == null) {
            known = writer.apply(json);
            repeated = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DefinitionSource that && json.equals(that.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    @Override
    public String toString() {
        return json;
    }
}
