package org.fixator.catalog;

import java.util.List;
import java.util.Set;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystems;
import org.fixator.coding.Canonical;
import org.fixator.issue.CatalogMessages;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * Code systems of which some are still to come: that one of them is not here cannot be said yet.
 *
 * @param prefix how the urls of those to come start
 */
record AwaitedCodeSystems(CodeSystems here, String prefix) implements CodeSystems {

    @Override
    public @Nullable CodeSystem find(String url, @Nullable String version) {
        CodeSystem found = here.find(url, version);
        if (found == null && url.startsWith(prefix)) {
            throw new TerminologyException(CatalogMessages.stillReading(url));
        }
        return found;
    }

    @Override
    public List<String> versions(String url) {
        List<String> versions = here.versions(url);
        if (versions.isEmpty() && url.startsWith(prefix)) {
            throw new TerminologyException(CatalogMessages.stillReading(url));
        }
        return versions;
    }

    @Override
    public String served(String url) {
        return here.served(url);
    }

    @Override
    public Set<String> urls() {
        return here.urls();
    }

    @Override
    public @Nullable CodeSystem supplement(Canonical supplement) {
        return here.supplement(supplement);
    }

    @Override
    public List<CodeSystem> defaultSupplements(Canonical system) {
        return here.defaultSupplements(system);
    }

    @Override
    public List<CodeSystem> supplements(Canonical system) {
        return here.supplements(system);
    }
}
