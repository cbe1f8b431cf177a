package org.fixator.jobs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fixator.catalog.MapDifference;
import org.fixator.catalog.PreFlight;
import org.fixator.catalog.ReleaseDifference;
import org.fixator.catalog.ReleaseDifference.CodeChange;
import org.fixator.catalog.TouchedResource;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseIdentity;
import org.jspecify.annotations.Nullable;

/**
 * What an import found: the pre-flight report, and once it is live the release's id.
 *
 * @param identity which release it is
 * @param release id of the stored release; {@code null} before it is live, and in a dry run
 * @param concepts number of concepts of its code systems
 * @param mappings number of targets of its maps
 * @param resources number of further resources
 * @param loaded the same by type, in the order of types; empty in a journal of a former version, too
 * @param notes of the reader
 * @param differences to what is served, by code system
 * @param maps differences to what is served, by concept map; those that say the same are left out
 * @param touched stored resources whose meaning it changes
 */
public record ImportReport(
        ReleaseIdentity identity,
        @Nullable String release,
        long concepts,
        long mappings,
        int resources,
        SortedMap<String, Integer> loaded,
        List<String> notes,
        List<Difference> differences,
        List<MapDifference> maps,
        List<Touched> touched) {

    /** Of long lists so many are named; the numbers are always whole. */
    static final int SAMPLES = 20;

    public ImportReport {
        loaded = Collections.unmodifiableSortedMap(loaded == null ? new TreeMap<>() : new TreeMap<>(loaded));
        notes = List.copyOf(notes);
        differences = List.copyOf(differences);
        maps = maps == null ? List.of() : List.copyOf(maps);
        touched = List.copyOf(touched);
    }

    /** A number of changes and the first of them. */
    public record Changes(int count, List<CodeChange> first) {

        public Changes {
            first = List.copyOf(first);
        }

        static Changes of(List<CodeChange> all) {
            return new Changes(all.size(), all.subList(0, Math.min(SAMPLES, all.size())));
        }
    }

    /** As {@link ReleaseDifference}, with the long lists cut. */
    public record Difference(
            String system,
            @Nullable String from,
            @Nullable String to,
            int conceptsBefore,
            int conceptsAfter,
            Changes added,
            Changes deleted,
            Changes retitled,
            Changes reparented) {

        static Difference of(ReleaseDifference whole) {
            return new Difference(
                    whole.after().url(),
                    whole.before().version(),
                    whole.after().version(),
                    whole.conceptsBefore(),
                    whole.conceptsAfter(),
                    Changes.of(whole.added()),
                    Changes.of(whole.deleted()),
                    Changes.of(whole.retitled()),
                    Changes.of(whole.reparented()));
        }
    }

    /** As {@link TouchedResource}, with the long lists cut. */
    public record Touched(String type, String canonical, Codes missing, Codes gained, Codes retitled) {

        static Touched of(TouchedResource whole) {
            return new Touched(
                    whole.type(),
                    whole.canonical(),
                    Codes.of(whole.missing()),
                    Codes.of(whole.gained()),
                    Codes.of(whole.retitled()));
        }
    }

    /** A number of codes and the first of them. */
    public record Codes(int count, List<String> first) {

        public Codes {
            first = List.copyOf(first);
        }

        static Codes of(List<String> all) {
            return new Codes(all.size(), all.subList(0, Math.min(SAMPLES, all.size())));
        }
    }

    static ImportReport of(ReleaseContent content, PreFlight found) {
        long concepts = content.codeSystems().stream()
                .mapToLong(system -> system.all().size())
                .sum();
        long mappings =
                content.conceptMaps().stream().mapToLong(map -> map.size()).sum();
        return new ImportReport(
                content.identity(),
                null,
                concepts,
                mappings,
                content.resources().size(),
                loaded(content),
                content.notes(),
                found.differences().stream().map(Difference::of).toList(),
                found.maps().stream().filter(map -> !map.isEmpty()).toList(),
                found.touched().stream().map(Touched::of).toList());
    }

    private static SortedMap<String, Integer> loaded(ReleaseContent content) {
        SortedMap<String, Integer> loaded = new TreeMap<>();
        content.resources().forEach(resource -> loaded.merge(resource.type(), 1, Integer::sum));
        return loaded;
    }

    /** The same with a sentence more. */
    ImportReport noting(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new ImportReport(
                identity, release, concepts, mappings, resources, loaded, more, differences, maps, touched);
    }

    ImportReport live(String id) {
        return new ImportReport(identity, id, concepts, mappings, resources, loaded, notes, differences, maps, touched);
    }
}
