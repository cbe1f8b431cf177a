package org.fixator.wire;

import java.util.List;
import org.fixator.codesystem.CodeSystemDescription;
import org.jspecify.annotations.Nullable;

/**
 * A code system as {@code TerminologyCapabilities} lists it.
 *
 * @param versions all that are served, oldest first; one without a version among them
 * @param standard the version that answers where none is asked for; {@code null} where nothing says which
 */
public record SupportedSystem(
        String url, List<CodeSystemDescription> versions, @Nullable CodeSystemDescription standard) {

    public SupportedSystem {
        versions = List.copyOf(versions);
    }
}
