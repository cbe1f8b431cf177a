package org.fixator.conceptmap;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.fixator.coding.Canonical;
import org.fixator.conceptmap.MapGroup.Unmapped;
import org.fixator.index.ImageInput;
import org.fixator.index.ImageOutput;
import org.fixator.index.Section;
import org.jspecify.annotations.Nullable;

/**
 * A concept map, indexed by source code and by target code. Immutable. All columns are arrays over two numberings, the
 * elements and the targets of the map in the order of the resource; an element's targets follow one another. Equal codes
 * of different elements are chained, so one hash look-up finds the mappings of a code in every group.
 *
 * <p>The rarely filled parts of a target (comment, conditions, products, properties) are kept as records beside the
 * columns.
 */
public final class CompiledConceptMap {

    private static final int END = RowChains.END;
    private static final Relationship[] RELATIONSHIPS = Relationship.values();

    /** R5's {@code noMap} in R4's words: there is no target, and that is known. */
    private static final MapTarget NO_TARGET =
            new MapTarget(null, null, Relationship.UNMATCHED, null, List.of(), List.of(), List.of());

    private final ConceptMapDefinition header;
    private final @Nullable String name;
    private final List<Group> groups;
    private final StringPool strings;
    private final int[] elementGroup;
    private final int[] elementCode;
    private final int[] elementDisplay;
    /** Where the targets of each element begin; one more entry than elements. */
    private final int[] elementTargets;

    private final int[] targetElement;
    private final int[] targetCode;
    private final int[] targetDisplay;
    private final byte[] targetRelationship;
    /** Index into {@link #details}, or {@link #END}. */
    private final int[] targetDetail;

    private final List<MapTarget> details;
    private final RowChains bySource;
    private final RowChains byTarget;
    private final List<Group> unmappedGroups;
    private final MapSide sourceSide;
    private final MapSide targetSide;

    private CompiledConceptMap(ConceptMapDefinition header, Compilation c) {
        this.header = header;
        this.name = header.canonical() == null ? null : header.canonical().toString();
        this.groups = List.copyOf(c.groups);
        this.strings = c.strings.freeze();
        this.elementGroup = c.elementGroup.freeze();
        this.elementCode = c.elementCode.freeze();
        this.elementDisplay = c.elementDisplay.freeze();
        c.elementTargets.add(c.targetCode.size());
        this.elementTargets = c.elementTargets.freeze();
        this.targetElement = c.targetElement.freeze();
        this.targetCode = c.targetCode.freeze();
        this.targetDisplay = c.targetDisplay.freeze();
        int[] relationships = c.targetRelationship.freeze();
        this.targetRelationship = new byte[relationships.length];
        for (int i = 0; i < relationships.length; i++) {
            targetRelationship[i] = (byte) relationships[i];
        }
        this.targetDetail = c.targetDetail.freeze();
        this.details = List.copyOf(c.details);
        this.bySource = RowChains.of(elementCode, strings.size());
        this.byTarget = RowChains.of(targetCode, strings.size());
        this.unmappedGroups = unmapped(groups);
        this.sourceSide = new MapSide(this, strings, true);
        this.targetSide = new MapSide(this, strings, false);
    }

    /** From an image; the chains are computed where they are not there. */
    private CompiledConceptMap(ImageInput in, @Nullable ImageInput derived) {
        this.header = MapImageValues.readHeader(in);
        this.name = header.canonical() == null ? null : header.canonical().toString();
        this.groups = List.copyOf(MapImageValues.readGroups(in));
        this.strings = StringPool.read(in, derived);
        in.section(Section.MAP_COLUMNS);
        this.elementGroup = in.ints();
        this.elementCode = in.ints();
        this.elementDisplay = in.ints();
        this.elementTargets = in.ints();
        ImageInput.requireLength(elementCode.length + 1, elementTargets.length);
        this.targetElement = in.ints();
        this.targetCode = in.ints();
        this.targetDisplay = in.ints();
        this.targetRelationship = MapImageValues.readRelationships(in);
        this.targetDetail = in.ints();
        ImageInput.requireLength(targetCode.length, targetDetail.length);
        this.details = List.copyOf(MapImageValues.readDetails(in));
        if (derived != null) {
            derived.section(Section.MAP_CHAINS);
            this.bySource = RowChains.read(derived);
            this.byTarget = RowChains.read(derived);
        } else {
            this.bySource = RowChains.of(elementCode, strings.size());
            this.byTarget = RowChains.of(targetCode, strings.size());
        }
        this.unmappedGroups = unmapped(groups);
        this.sourceSide = new MapSide(this, strings, true);
        this.targetSide = new MapSide(this, strings, false);
    }

    private static List<Group> unmapped(List<Group> groups) {
        return groups.stream().filter(group -> group.unmapped() != null).toList();
    }

    static CompiledConceptMap read(ImageInput in, @Nullable ImageInput derived) {
        return new CompiledConceptMap(in, derived);
    }

    /** The core of an image. */
    void write(ImageOutput out) {
        MapImageValues.writeHeader(out, header);
        MapImageValues.writeGroups(out, groups);
        strings.write(out);
        out.section(Section.MAP_COLUMNS);
        out.ints(elementGroup);
        out.ints(elementCode);
        out.ints(elementDisplay);
        out.ints(elementTargets);
        out.ints(targetElement);
        out.ints(targetCode);
        out.ints(targetDisplay);
        MapImageValues.writeRelationships(out, targetRelationship);
        out.ints(targetDetail);
        MapImageValues.writeDetails(out, details);
    }

    /** The derived part of an image. */
    void writeDerived(ImageOutput out) {
        strings.writeDerived(out);
        out.section(Section.MAP_CHAINS);
        bySource.write(out);
        byTarget.write(out);
    }

    /** Compiles a map. The definition is not kept. */
    public static CompiledConceptMap of(ConceptMapDefinition definition) {
        Compilation compilation = new Compilation();
        definition.groups().forEach(compilation::add);
        ConceptMapDefinition header = new ConceptMapDefinition(
                definition.canonical(),
                definition.id(),
                definition.status(),
                definition.sourceScope(),
                definition.targetScope(),
                definition.message(),
                List.of(),
                definition.extensions());
        return new CompiledConceptMap(header, compilation);
    }

    /** What the map says of itself: its definition without groups. */
    public ConceptMapDefinition header() {
        return header;
    }

    public @Nullable Canonical canonical() {
        return header.canonical();
    }

    /** The canonical as text, for answers; {@code null} for a map without url. */
    @Nullable
    String name() {
        return name;
    }

    /** The groups, without their elements. */
    public List<Group> groups() {
        return groups;
    }

    /** Number of targets in the map. */
    public int size() {
        return targetCode.length;
    }

    /** The source codes that have mappings, each once, in the order of their numbers. */
    public Iterator<String> sources() {
        return IntStream.range(0, strings.size())
                .filter(string -> bySource.first(string) != END)
                .mapToObj(string -> Objects.requireNonNull(strings.get(string)))
                .iterator();
    }

    /** The mappings of a source code in all groups, in the order of the map. */
    public List<Mapping> from(String code) {
        List<Mapping> found = new ArrayList<>();
        for (int element = firstElement(code); element != END; element = nextElement(element)) {
            for (int target = firstTarget(element); target < firstTarget(element + 1); target++) {
                found.add(mapping(target));
            }
        }
        return found;
    }

    /** The mappings to a target code in all groups, in the order of the map. */
    public List<Mapping> to(String code) {
        List<Mapping> found = new ArrayList<>();
        for (int target = firstTo(code); target != END; target = nextTo(target)) {
            found.add(mapping(target));
        }
        return found;
    }

    private Mapping mapping(int target) {
        MapTarget detail = detail(target);
        MapTarget full = detail != null
                ? detail
                : new MapTarget(
                        strings.get(targetCode[target]),
                        strings.get(targetDisplay[target]),
                        relationship(target),
                        null,
                        List.of(),
                        List.of(),
                        List.of());
        String source = strings.get(sourceCode(target));
        return new Mapping(group(target), source == null ? "" : source, strings.get(sourceDisplay(target)), full);
    }

    /** The first element of a source code, or {@link RowChains#END}. */
    int firstElement(String code) {
        return bySource.first(strings.find(code));
    }

    /** The next element of the same source code, or {@link RowChains#END}. */
    int nextElement(int element) {
        return bySource.next(element);
    }

    Group groupOfElement(int element) {
        return groups.get(elementGroup[element]);
    }

    /** The first target of an element; its last is the one before the first of the next element. */
    int firstTarget(int element) {
        return elementTargets[element];
    }

    /** The first target that has a code, or {@link RowChains#END}. */
    int firstTo(String code) {
        return byTarget.first(strings.find(code));
    }

    /** The next target with the same code, or {@link RowChains#END}. */
    int nextTo(int target) {
        return byTarget.next(target);
    }

    /** Which of the groups a target is in. */
    int groupNumber(int target) {
        return elementGroup[targetElement[target]];
    }

    Group group(int target) {
        return groups.get(groupNumber(target));
    }

    int sourceCode(int target) {
        return elementCode[targetElement[target]];
    }

    int sourceDisplay(int target) {
        return elementDisplay[targetElement[target]];
    }

    int targetCode(int target) {
        return targetCode[target];
    }

    int targetDisplay(int target) {
        return targetDisplay[target];
    }

    Relationship relationship(int target) {
        return RELATIONSHIPS[targetRelationship[target]];
    }

    /** A target that has more than code and display; {@code null} for all others. */
    @Nullable
    MapTarget detail(int target) {
        int detail = targetDetail[target];
        return detail == END ? null : details.get(detail);
    }

    /** The groups that say what to do with codes that no element names. */
    List<Group> unmappedGroups() {
        return unmappedGroups;
    }

    /** What a translation in reverse finds. */
    MapSide sourceSide() {
        return sourceSide;
    }

    /** What a translation finds. */
    MapSide targetSide() {
        return targetSide;
    }

    /** The mappings from one system to another, without the mappings. */
    public record Group(@Nullable Canonical source, @Nullable Canonical target, @Nullable Unmapped unmapped) {}

    /** One target of one source code. */
    public record Mapping(Group group, String sourceCode, @Nullable String sourceDisplay, MapTarget target) {}

    /** The columns while they grow. */
    private static final class Compilation {

        private final List<Group> groups = new ArrayList<>();
        private final StringPool.Builder strings = new StringPool.Builder();
        private final StringPool.Ints elementGroup = new StringPool.Ints();
        private final StringPool.Ints elementCode = new StringPool.Ints();
        private final StringPool.Ints elementDisplay = new StringPool.Ints();
        private final StringPool.Ints elementTargets = new StringPool.Ints();
        private final StringPool.Ints targetElement = new StringPool.Ints();
        private final StringPool.Ints targetCode = new StringPool.Ints();
        private final StringPool.Ints targetDisplay = new StringPool.Ints();
        private final StringPool.Ints targetRelationship = new StringPool.Ints();
        private final StringPool.Ints targetDetail = new StringPool.Ints();
        private final List<MapTarget> details = new ArrayList<>();

        void add(MapGroup group) {
            groups.add(new Group(group.source(), group.target(), group.unmapped()));
            group.elements().forEach(this::add);
        }

        private void add(MapElement element) {
            List<MapTarget> targets = element.noMap() ? List.of(NO_TARGET) : element.targets();
            if (targets.isEmpty()) {
                return; // says nothing, so the code counts as unmapped
            }
            int number = elementCode.size();
            elementGroup.add(groups.size() - 1);
            elementCode.add(strings.add(element.code()));
            elementDisplay.add(strings.add(element.display()));
            elementTargets.add(targetCode.size());
            for (MapTarget target : targets) {
                add(number, target);
            }
        }

        @SuppressWarnings("EnumOrdinal") // the number never leaves the compiled map
        private void add(int element, MapTarget target) {
            targetElement.add(element);
            targetCode.add(strings.add(target.code()));
            targetDisplay.add(strings.add(target.display()));
            targetRelationship.add(target.relationship().ordinal());
            targetDetail.add(isPlain(target) ? END : details.size());
            if (!isPlain(target)) {
                details.add(target);
            }
        }

        private static boolean isPlain(MapTarget target) {
            return target.comment() == null
                    && target.dependsOn().isEmpty()
                    && target.products().isEmpty()
                    && target.properties().isEmpty();
        }
    }
}
