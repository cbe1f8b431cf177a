package org.fixator.valueset;

import java.util.List;
import org.fixator.codesystem.VersionRules;
import org.fixator.coding.Canonical;

/**
 * Two value sets to compare.
 *
 * @param one this value set
 * @param other the one it is compared with
 * @param versions rules for versions of code systems and imported value sets
 * @param supplements supplements that must be here
 * @param activeOnly whether inactive concepts are left out of both
 */
public record CompareRequest(
        ValueSetDefinition one,
        ValueSetDefinition other,
        VersionRules versions,
        List<Canonical> supplements,
        boolean activeOnly) {

    public CompareRequest {
        supplements = List.copyOf(supplements);
    }
}
