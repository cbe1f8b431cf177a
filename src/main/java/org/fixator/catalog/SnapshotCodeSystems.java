package org.fixator.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystems;
import org.fixator.coding.Canonical;
import org.jspecify.annotations.Nullable;

/**
 * The code systems of a snapshot, found by any of their names.
 *
 * @param day the day whose versions are asked for; {@code null} for those that answer now
 */
record SnapshotCodeSystems(
        Shelf<CodeSystem> systems,
        Shelf<CodeSystem> supplements,
        SupplementIndex index,
        AbsenceLoans loans,
        SystemNames names,
        @Nullable LocalDate day)
        implements CodeSystems {

    @Override
    public @Nullable CodeSystem find(String url, @Nullable String version) {
        VersionLine<CodeSystem> line = line(url);
        CodeSystem found = line == null ? null : line.find(version, day);
        return found == null ? null : loans.over(found);
    }

    @Override
    public List<String> versions(String url) {
        VersionLine<CodeSystem> line = line(url);
        return line == null ? List.of() : line.versions();
    }

    @Override
    public String served(String url) {
        if (systems.line(url) != null) {
            return url;
        }
        List<String> others = names.others(url);
        for (int i = 0; i < others.size(); i++) {
            String other = others.get(i);
            if (systems.line(other) != null) {
                return other;
            }
        }
        return url;
    }

    @Override
    public Set<String> urls() {
        return systems.urls();
    }

    @Override
    public @Nullable CodeSystem supplement(Canonical supplement) {
        return supplements.find(supplement.url(), supplement.version());
    }

    @Override
    public List<CodeSystem> defaultSupplements(Canonical system) {
        return index.byDefault(system);
    }

    @Override
    public List<CodeSystem> supplements(Canonical system) {
        return index.of(system);
    }

    private @Nullable VersionLine<CodeSystem> line(String url) {
        VersionLine<CodeSystem> line = systems.line(url);
        return line == null ? systems.line(served(url)) : line;
    }
}
