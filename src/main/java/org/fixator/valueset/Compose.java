package org.fixator.valueset;

import java.util.List;
import org.fixator.coding.Extension;
import org.jspecify.annotations.Nullable;

/**
 * {@code ValueSet.compose}.
 *
 * @param include at least one in a valid value set
 * @param inactive whether inactive concepts are in; {@code null} where the value set is silent
 * @param lockedDate as written
 * @param properties properties to be put into expansions ({@code compose.property}, R5 and its R4 extension)
 * @param extensions extensions of the compose, unread
 */
public record Compose(
        List<Include> include,
        List<Include> exclude,
        @Nullable Boolean inactive,
        @Nullable String lockedDate,
        List<String> properties,
        List<Extension> extensions) {

    public Compose {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        properties = List.copyOf(properties);
        extensions = List.copyOf(extensions);
    }
}
