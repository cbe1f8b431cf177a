package org.fixator.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystems;
import org.fixator.coding.Canonical;
import org.fixator.conceptmap.CompiledConceptMap;
import org.fixator.conceptmap.ConceptMaps;
import org.fixator.issue.Issue;
import org.fixator.valueset.CompiledValueSets;
import org.fixator.valueset.ValueSetDefinition;
import org.fixator.valueset.ValueSets;
import org.fixator.wire.Instances;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is served at one moment: all versions of every code system, value set and concept map, and what follows
 * from them. Immutable; an {@link Edit} makes a new one that shares what did not change.
 */
public final class Snapshot {

    /** How many snapshots with resources of requests are kept; when there are more, all are forgotten. */
    private static final int OVERLAYS = 64;

    private final Shelves shelves;
    private final Map<ResourceKey, Content> resources;
    private final Map<ResourceKey, List<Issue>> problems;
    private final Map<String, UnaryOperator<CodeSystem>> systemRules;

    private final SystemNames names;
    private final SupplementIndex supplementIndex;
    private final ImplicitValueSets implicitValueSets;
    private final AbsenceLoans absenceLoans;
    private final List<CompiledConceptMap> currentMaps;
    private final MembershipCache memberships = new MembershipCache();
    private final Map<List<String>, Snapshot> overlaid = new ConcurrentHashMap<>();
    private final Map<String, List<ResourceKey>> keys = new ConcurrentHashMap<>();
    private final @Nullable String awaited;

    // What requests look through; they keep nothing of a request.
    private final CodeSystems codeSystems;
    private final ValueSets valueSets;
    private final ConceptMaps conceptMaps;
    private final Instances instances;

    private Snapshot(Edit edit, @Nullable Snapshot before) {
        awaited = edit.awaited;
        shelves = edit.shelves.freeze();
        resources = edit.resources;
        problems = edit.problems;
        systemRules = edit.systemRules;
        names = before != null && !edit.namesChanged ? before.names : SystemNames.of(resources.values());
        supplementIndex = before != null && shelves.supplements() == before.shelves.supplements()
                ? before.supplementIndex
                : SupplementIndex.of(shelves.supplements());
        boolean sameSystems = before != null && shelves.systems() == before.shelves.systems();
        implicitValueSets =
                before != null && sameSystems ? before.implicitValueSets : ImplicitValueSets.of(shelves.systems());
        absenceLoans = before != null && sameSystems ? before.absenceLoans : AbsenceLoans.of(shelves.systems());
        currentMaps = before != null && shelves.maps() == before.shelves.maps()
                ? before.currentMaps
                : edit.mapsInOrder(shelves.maps(), before == null ? List.of() : before.currentMaps);
        codeSystems = codeSystemsOf(null);
        ValueSets here = new SnapshotValueSets(shelves.valueSets(), implicitValueSets);
        valueSets = awaited == null ? here : new AwaitedValueSets(here, awaited);
        conceptMaps = new SnapshotConceptMaps(shelves.maps(), currentMaps);
        instances = new SnapshotInstances(this);
    }

    /** Nothing but the code systems that are part of the server. */
    public static Snapshot of(List<CodeSystem> builtIn) {
        return withRules(builtIn, Map.of());
    }

    /**
     * As {@link #of}.
     *
     * @param systemRules by canonical url, what puts a system's own rules over a table of its concepts
     */
    public static Snapshot withRules(List<CodeSystem> builtIn, Map<String, UnaryOperator<CodeSystem>> systemRules) {
        Edit edit = new Edit(null, Map.copyOf(systemRules));
        builtIn.forEach(system -> edit.put(null, new Content.Codes(system), 0));
        return edit.freeze();
    }

    public Edit edit() {
        return new Edit(this, systemRules);
    }

    /**
     * This snapshot with resources that came with a request before what is stored. Snapshots that were asked for before
     * are kept, since clients bring the same resources with one request after another.
     */
    Snapshot with(List<Brought> brought) {
        if (brought.isEmpty()) {
            return this;
        }
        List<String> key = brought.stream().map(Brought::hash).toList();
        Snapshot known = overlaid.get(key);
        if (known != null) {
            return known;
        }
        Snapshot made = overlay(brought);
        if (overlaid.size() >= OVERLAYS) {
            overlaid.clear();
        }
        overlaid.put(key, made);
        return made;
    }

    /** This snapshot with definitions behind what is stored. */
    Snapshot behind(List<Content> definitions) {
        Edit edit = edit();
        definitions.forEach(definition -> edit.put(null, definition, -1));
        return edit.freeze();
    }

    /** This snapshot, where whatever has a url that starts so and is not here may still come. */
    Snapshot awaiting(String urls) {
        Edit edit = edit();
        edit.awaited = urls;
        return edit.freeze();
    }

    /** As {@link #with}, not kept. */
    Snapshot overlay(List<Brought> brought) {
        Edit edit = edit();
        brought.forEach(one -> edit.put(null, one.content(), 1));
        return edit.freeze();
    }

    /** What a stored resource was made into; {@code null} where there is none or it could not be read. */
    public @Nullable Content resource(ResourceKey key) {
        return resources.get(key);
    }

    /** All stored resources that are served. */
    Map<ResourceKey, Content> resources() {
        return Collections.unmodifiableMap(resources);
    }

    /** Stored resources that are not served, with what is wrong with them. */
    public Map<ResourceKey, List<Issue>> problems() {
        return Collections.unmodifiableMap(problems);
    }

    /** What a compiler of value sets over this snapshot gives, kept as long as the snapshot is. */
    CompiledValueSets keep(CompiledValueSets compiler) {
        return memberships.over(compiler, this::holds);
    }

    @SuppressWarnings("ReferenceEquality") // whether it is this very definition, not one that reads the same
    private boolean holds(ValueSetDefinition definition) {
        Canonical canonical = definition.canonical();
        if (canonical == null) {
            return false;
        }
        VersionLine<ValueSetDefinition> line = shelves.valueSets().line(canonical.url());
        if (line == null) {
            return implicitValueSets.find(canonical.url()) == definition;
        }
        for (Held<ValueSetDefinition> held : line.held()) {
            if (held.value() == definition) {
                return true;
            }
        }
        return false;
    }

    /** What is served, and what holds which canonical. */
    Shelves shelves() {
        return shelves;
    }

    /**
     * The stored resources of a type that have a url, or all of them, by their ids.
     *
     * @param url {@code null} for all resources of the type
     * @param version the only one that is asked for; {@code null} for all
     * @return {@code null} where that is not known, because some of the type could not be read
     */
    public @Nullable List<ResourceKey> stored(String type, @Nullable String url, @Nullable String version) {
        if (problems.keySet().stream().anyMatch(key -> key.type().equals(type))) {
            return null;
        }
        return url == null ? keys.computeIfAbsent(type, this::sortedKeys) : shelves.stored(type, url, version);
    }

    private List<ResourceKey> sortedKeys(String type) {
        return resources.keySet().stream()
                .filter(key -> key.type().equals(type))
                .sorted(Comparator.comparing(ResourceKey::id))
                .toList();
    }

    public CodeSystems codeSystems() {
        return codeSystems;
    }

    /**
     * The code systems with the versions that were in force on a day.
     *
     * @param day {@code null} for those that answer where no day is asked for
     */
    CodeSystems codeSystems(@Nullable LocalDate day) {
        return day == null ? codeSystems : codeSystemsOf(day);
    }

    private CodeSystems codeSystemsOf(@Nullable LocalDate day) {
        CodeSystems here = new SnapshotCodeSystems(
                shelves.systems(), shelves.supplements(), supplementIndex, absenceLoans, names, day);
        return awaited == null ? here : new AwaitedCodeSystems(here, awaited);
    }

    public ValueSets valueSets() {
        return valueSets;
    }

    public ConceptMaps conceptMaps() {
        return conceptMaps;
    }

    /** The stored resources by their ids. */
    public Instances instances() {
        return instances;
    }

    /** Changes to a snapshot. Belongs to one thread and is used once. */
    public static final class Edit {

        private final @Nullable Snapshot before;
        private final Shelves.Edit shelves;
        private Map<ResourceKey, Content> resources;
        private Map<ResourceKey, List<Issue>> problems;
        private @Nullable String awaited;
        private final Map<String, UnaryOperator<CodeSystem>> systemRules;
        private boolean ownMaps;
        private final List<CompiledConceptMap> anonymousMaps = new ArrayList<>();
        private boolean namesChanged;

        private Edit(@Nullable Snapshot before, Map<String, UnaryOperator<CodeSystem>> systemRules) {
            this.before = before;
            this.systemRules = systemRules;
            shelves = (before == null ? Shelves.EMPTY : before.shelves).edit();
            awaited = before == null ? null : before.awaited;
            resources = before == null ? Map.of() : before.resources;
            problems = before == null ? Map.of() : before.problems;
        }

        /** What comes with a request is not a stored resource, so its snapshots share these maps. */
        private void copyResources() {
            if (!ownMaps) {
                resources = new LinkedHashMap<>(resources);
                problems = new HashMap<>(problems);
                ownMaps = true;
            }
        }

        /** A stored resource in its new form, in place of its old one. */
        public void put(ResourceKey key, Content content) {
            remove(key);
            resources.put(key, content);
            put(key, content, 0);
        }

        /** A stored resource that cannot be served. */
        public void broken(ResourceKey key, List<Issue> issues) {
            remove(key);
            problems.put(key, List.copyOf(issues));
        }

        /** A stored resource that is gone. */
        public void remove(ResourceKey key) {
            copyResources();
            problems.remove(key);
            Content old = resources.remove(key);
            if (old instanceof Content.Names) {
                namesChanged = true;
            }
            if (old != null) {
                shelves.remove(key, old);
            }
        }

        private void put(@Nullable ResourceKey key, Content content, int layer) {
            if (content instanceof Content.Names) {
                namesChanged = true;
            }
            if (key == null && content instanceof Content.Mappings mappings) {
                anonymousMaps.add(mappings.map());
            }
            shelves.put(key, ruled(content), layer);
        }

        private Content ruled(Content content) {
            if (!(content instanceof Content.Codes codes) || codes.isSupplement()) {
                return content;
            }
            CodeSystem table = codes.system();
            UnaryOperator<CodeSystem> rules =
                    systemRules.get(table.description().url());
            return rules == null ? content : new Content.Codes(rules.apply(table), codes.edition());
        }

        /** The maps that came with the request, each of them, then of each stored map the version that answers. */
        private List<CompiledConceptMap> mapsInOrder(Shelf<CompiledConceptMap> all, List<CompiledConceptMap> earlier) {
            List<CompiledConceptMap> ordered = new ArrayList<>(anonymousMaps);
            if (anonymousMaps.isEmpty()) {
                all.sortedLines().forEach(line -> ordered.add(line.latest()));
            } else {
                earlier.stream().filter(map -> !isReplaced(map)).forEach(ordered::add);
            }
            return List.copyOf(ordered);
        }

        private boolean isReplaced(CompiledConceptMap map) {
            return anonymousMaps.stream().anyMatch(another -> Objects.equals(another.canonical(), map.canonical()));
        }

        public Snapshot freeze() {
            return new Snapshot(this, before);
        }
    }
}
