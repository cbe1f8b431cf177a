package org.fixator.valueset;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystems;
import org.fixator.coding.Canonical;
import org.fixator.coding.ContentMode;
import org.fixator.coding.VersionPattern;
import org.jspecify.annotations.Nullable;

/** Code systems in a list, versions from old to new as given. */
final class MemoryCodeSystems implements CodeSystems {

    private final List<CodeSystem> systems;

    MemoryCodeSystems(CodeSystem... systems) {
        this.systems = List.of(systems);
    }

    @Override
    public @Nullable CodeSystem find(String url, @Nullable String version) {
        CodeSystem newest = null;
        for (CodeSystem system : systems) {
            String actual = system.description().version();
            if (system.description().url().equals(url)
                    && system.description().content() != ContentMode.SUPPLEMENT
                    && (version == null || (actual != null && new VersionPattern(version).matches(actual)))) {
                newest = system;
            }
        }
        return newest;
    }

    @Override
    public List<String> versions(String url) {
        List<String> versions = new ArrayList<>();
        for (CodeSystem system : systems) {
            String version = system.description().version();
            if (system.description().url().equals(url) && version != null) {
                versions.add(version);
            }
        }
        return versions;
    }

    @Override
    public @Nullable CodeSystem supplement(Canonical supplement) {
        for (CodeSystem system : systems) {
            Canonical canonical = system.description().canonical();
            if (system.description().content() == ContentMode.SUPPLEMENT
                    && canonical.url().equals(supplement.url())
                    && (supplement.version() == null || supplement.version().equals(canonical.version()))) {
                return system;
            }
        }
        return null;
    }

    /** Those whose url ends in {@code default}. */
    @Override
    public List<CodeSystem> defaultSupplements(Canonical system) {
        return systems.stream()
                .filter(supplement -> supplement.description().url().endsWith("default")
                        && system.versionless().equals(supplement.description().supplements()))
                .toList();
    }

    @Override
    public List<CodeSystem> supplements(Canonical system) {
        return List.of();
    }
}
