package org.fixator.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.CodeSystems;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.coding.Canonical;
import org.fixator.coding.ContentMode;
import org.fixator.coding.VersionOrder;
import org.fixator.conceptmap.CompiledConceptMap;
import org.fixator.conceptmap.ConceptMaps;
import org.fixator.release.ReleaseContent;
import org.jspecify.annotations.Nullable;

/**
 * What a release would change if it went live now.
 *
 * @param differences one for each of its code systems of which a complete version is served
 * @param maps one for each of its concept maps of which a version is served
 * @param touched stored value sets and maps that it touches
 */
public record PreFlight(List<ReleaseDifference> differences, List<MapDifference> maps, List<TouchedResource> touched) {

    public PreFlight {
        differences = List.copyOf(differences);
        maps = List.copyOf(maps);
        touched = List.copyOf(touched);
    }

    /** Compares a release with what a snapshot serves. */
    public static PreFlight of(ReleaseContent content, Snapshot snapshot) {
        List<ReleaseDifference> differences = new ArrayList<>();
        List<TouchedResource> touched = new ArrayList<>();
        for (TableCodeSystem system : content.codeSystems()) {
            if (system.description().content() == ContentMode.COMPLETE) {
                CodeSystem neighbour = neighbour(system.description(), snapshot.codeSystems());
                ReleaseDifference difference = neighbour == null ? null : ReleaseDifference.of(neighbour, system);
                if (difference != null) {
                    differences.add(difference);
                }
                touched.addAll(new ReleaseImpact(system, neighbour, difference).of(snapshot));
            }
        }
        return new PreFlight(differences, maps(content, snapshot.conceptMaps()), touched);
    }

    private static List<MapDifference> maps(ReleaseContent content, ConceptMaps served) {
        List<MapDifference> differences = new ArrayList<>();
        for (CompiledConceptMap map : content.conceptMaps()) {
            Canonical canonical = map.canonical();
            if (canonical == null) {
                continue;
            }
            CompiledConceptMap same = served.find(canonical.url(), canonical.version());
            CompiledConceptMap before = same == null ? served.find(canonical.url(), null) : same;
            Canonical was = before == null ? null : before.canonical();
            if (before != null && was != null) {
                differences.add(MapDifference.of(was, before, canonical, map));
            }
        }
        return differences;
    }

    /** Which part of the mappings that are served comes, goes or has another target, over all maps together; 0 where there is none. */
    public double changedMappings() {
        long before = maps.stream().mapToLong(MapDifference::mappingsBefore).sum();
        long changed = maps.stream().mapToLong(MapDifference::rows).sum();
        return before == 0 ? 0 : (double) changed / before;
    }

    /** Which part of the codes that are served come or go, over all systems together; 0 where there is no neighbour. */
    public double changedShare() {
        long before = differences.stream()
                .mapToLong(ReleaseDifference::conceptsBefore)
                .sum();
        long changed = differences.stream().mapToLong(ReleaseDifference::codes).sum();
        return before == 0 ? 0 : (double) changed / before;
    }

    /**
     * The version to compare with: the same one where it is served, else the newest before it, else the oldest after it.
     * Fragments and examples are no neighbours: they hold a few codes only.
     */
    private static @Nullable CodeSystem neighbour(CodeSystemDescription coming, CodeSystems served) {
        String version = coming.version();
        List<String> complete = new ArrayList<>();
        for (String one : served.versions(coming.url())) {
            if (isComplete(served.find(coming.url(), one))) {
                complete.add(one);
            }
        }
        if (complete.isEmpty() || version == null) {
            return null;
        }
        if (complete.contains(version)) {
            return served.find(coming.url(), version);
        }
        Set<String> all = new HashSet<>(complete);
        all.add(version);
        String algorithm = coming.versionAlgorithm();
        List<String> order = VersionOrder.of(algorithm == null ? List.of() : List.of(algorithm), all)
                .sorted(sortedFirst(complete, version));
        int at = order.indexOf(version);
        return served.find(coming.url(), order.get(at > 0 ? at - 1 : 1));
    }

    /** Where the order is not known, the version comes last and is compared with the one that was last before it. */
    private static List<String> sortedFirst(List<String> complete, String version) {
        List<String> all = new ArrayList<>(complete);
        all.add(version);
        return all;
    }

    private static boolean isComplete(@Nullable CodeSystem system) {
        return system != null && system.description().content() == ContentMode.COMPLETE;
    }
}
