package org.fixator.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fixator.codesystem.CodeSystem;
import org.fixator.coding.Canonical;
import org.fixator.conceptmap.CompiledConceptMap;
import org.fixator.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/**
 * All that has a canonical, each kind on its shelf, and who holds which canonical there. Supplements have one of their own,
 * as none of them is a code system that answers. Immutable; an {@link Edit} makes new ones that share what did not change.
 */
record Shelves(
        Shelf<CodeSystem> systems,
        Shelf<CodeSystem> supplements,
        Shelf<ValueSetDefinition> valueSets,
        Shelf<CompiledConceptMap> maps) {

    static final Shelves EMPTY = new Shelves(Shelf.empty(), Shelf.empty(), Shelf.empty(), Shelf.empty());

    /** What holds a canonical at a rank, so that no other resource may: see {@link Catalog#conflicts}. */
    List<Held<?>> holders(Content content) {
        Canonical canonical = content.canonical();
        List<Held<?>> holders = new ArrayList<>();
        if (canonical == null) {
            return holders;
        }
        for (Held<?> held : held(shelf(content), canonical.url())) {
            // what is part of the server owns every version
            boolean same = held.key() == null || Objects.equals(held.version(), canonical.version());
            if (same && held.rank() == content.rank()) {
                holders.add(held);
            }
        }
        return holders;
    }

    /** All that holds a version of a code system. */
    List<Held<CodeSystem>> systemsOf(String url) {
        VersionLine<CodeSystem> line = systems.line(url);
        return line == null ? List.of() : line.held();
    }

    /** The release that brought a code system, supplement or map; {@code null} where none did. */
    @Nullable
    String releaseOf(Canonical canonical) {
        for (Shelf<?> shelf : List.of(systems, supplements, maps)) {
            for (Held<?> held : held(shelf, canonical.url())) {
                if (held.edition() != null && Objects.equals(held.version(), canonical.version())) {
                    return held.edition().release();
                }
            }
        }
        return null;
    }

    /**
     * The stored resources of a type that have a url.
     *
     * @param version the only one that is asked for; {@code null} for all
     */
    List<ResourceKey> stored(String type, String url, @Nullable String version) {
        List<ResourceKey> keys = new ArrayList<>();
        for (Shelf<?> shelf : ofType(type)) {
            for (Held<?> held : held(shelf, url)) {
                if (held.key() != null && (version == null || version.equals(held.version()))) {
                    keys.add(held.key());
                }
            }
        }
        return keys;
    }

    /** The value sets that are stored, of each all versions, in the order of their urls. */
    List<ValueSetDefinition> storedValueSets() {
        return stored(valueSets);
    }

    /** The maps that are stored, likewise. */
    List<CompiledConceptMap> storedMaps() {
        return stored(maps);
    }

    private static <T> List<T> stored(Shelf<T> shelf) {
        return shelf.sortedLines().stream()
                .flatMap(line -> line.held().stream())
                .filter(held -> held.key() != null)
                .map(Held::value)
                .toList();
    }

    private static List<? extends Held<?>> held(Shelf<?> shelf, String url) {
        VersionLine<?> line = shelf.line(url);
        return line == null ? List.of() : line.held();
    }

    private List<Shelf<?>> ofType(String type) {
        return switch (type) {
            case "CodeSystem" -> List.of(systems, supplements);
            case "ValueSet" -> List.of(valueSets);
            case "ConceptMap" -> List.of(maps);
            default -> List.of();
        };
    }

    private Shelf<?> shelf(Content content) {
        if (content instanceof Content.Codes codes) {
            return codes.isSupplement() ? supplements : systems;
        }
        return content instanceof Content.Values ? valueSets : maps;
    }

    Edit edit() {
        return new Edit(this);
    }

    /** Changes to the shelves. Belongs to one thread. What has no canonical stands on none, and is passed over. */
    static final class Edit {

        private final Shelf.Edit<CodeSystem> systems;
        private final Shelf.Edit<CodeSystem> supplements;
        private final Shelf.Edit<ValueSetDefinition> valueSets;
        private final Shelf.Edit<CompiledConceptMap> maps;

        private Edit(Shelves before) {
            systems = before.systems.edit();
            supplements = before.supplements.edit();
            valueSets = before.valueSets.edit();
            maps = before.maps.edit();
        }

        /**
         * @param key the resource that the content is from; {@code null} for what is not stored
         * @param layer as {@link Held#layer}
         */
        void put(@Nullable ResourceKey key, Content content, int layer) {
            if (content instanceof Content.Codes codes) {
                CodeSystem system = codes.system();
                String algorithm = system.description().versionAlgorithm();
                put(codes.isSupplement() ? supplements : systems, key, content, algorithm, layer, system);
            } else if (content instanceof Content.Values values) {
                put(valueSets, key, content, null, layer, values.valueSet());
            } else if (content instanceof Content.Mappings mappings) {
                put(maps, key, content, null, layer, mappings.map());
            }
        }

        private static <T> void put(
                Shelf.Edit<T> shelf,
                @Nullable ResourceKey key,
                Content content,
                @Nullable String algorithm,
                int layer,
                T value) {
            Canonical canonical = content.canonical();
            if (canonical != null) {
                shelf.put(
                        canonical.url(),
                        new Held<>(
                                key, canonical.version(), algorithm, content.rank(), layer, content.edition(), value));
            }
        }

        /** Takes away what a resource had been made into. */
        void remove(ResourceKey key, Content content) {
            Canonical canonical = content.canonical();
            if (canonical != null) {
                shelf(content).remove(canonical.url(), key);
            }
        }

        private Shelf.Edit<?> shelf(Content content) {
            if (content instanceof Content.Codes codes) {
                return codes.isSupplement() ? supplements : systems;
            }
            return content instanceof Content.Values ? valueSets : maps;
        }

        Shelves freeze() {
            return new Shelves(systems.freeze(), supplements.freeze(), valueSets.freeze(), maps.freeze());
        }
    }
}
