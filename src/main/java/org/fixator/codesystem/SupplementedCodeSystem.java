package org.fixator.codesystem;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A code system with supplements laid over it: its concepts carry the designations, properties and extensions that the
 * supplements add to them. Nothing is copied; a concept of the base and the same concept with its additions are equal, and
 * sets of either can be asked for either.
 */
public final class SupplementedCodeSystem implements CodeSystem {

    private final CodeSystem base;
    private final List<CodeSystem> supplements;
    private final CodeSystemDescription description;

    private SupplementedCodeSystem(CodeSystem base, List<CodeSystem> supplements) {
        this.base = base;
        this.supplements = List.copyOf(supplements);
        this.description = withProperties(base.description(), supplements);
    }

    /**
     * @param supplements code systems whose content is a supplement, in the order in which they add; the base itself
     *     comes back where there are none
     */
    public static CodeSystem of(CodeSystem base, List<CodeSystem> supplements) {
        return supplements.isEmpty() ? base : new SupplementedCodeSystem(base, supplements);
    }

    /** The code system without the supplements. */
    public CodeSystem base() {
        return base;
    }

    public List<CodeSystem> supplements() {
        return supplements;
    }

    /** The description of the base, with the properties that supplements declare. */
    @Override
    public CodeSystemDescription description() {
        return description;
    }

    @Override
    public @Nullable Concept find(String code) {
        Concept found = base.find(code);
        return found == null ? null : new SupplementedConcept(this, found);
    }

    @Override
    public Absence absence(String code) {
        return base.absence(code);
    }

    @Override
    public List<String> nearest(String code, Likeness likeness) {
        return base.nearest(code, likeness);
    }

    @Override
    public ConceptSet all() {
        return new LaidOver(base.all());
    }

    @Override
    public ConceptSet enumerated(List<Concept> concepts) {
        return new LaidOver(base.enumerated(
                concepts.stream().map(SupplementedCodeSystem::bare).toList()));
    }

    /** A filter on a property that supplements declare selects by all values, else the base answers. */
    @Override
    public ConceptSet filter(PropertyFilter filter) {
        boolean ours = supplements.stream().anyMatch(supplement -> declares(supplement, filter.property()));
        return new LaidOver(ours ? new SupplementFilter(base, supplements).select(filter) : base.filter(filter));
    }

    @Override
    public @Nullable String commonCodes() {
        return base.commonCodes();
    }

    @Override
    public @Nullable List<PropertyFilter> impliedFilters(String valueSet) {
        return base.impliedFilters(valueSet);
    }

    @Override
    public @Nullable String notice() {
        return base.notice();
    }

    @Override
    public int maximumExpansion() {
        return base.maximumExpansion();
    }

    /** Searches the base: what supplements say of a concept does not make it found by another name. */
    @Override
    public RankedConcepts search(String text, ConceptSet within, int offset, int count) {
        RankedConcepts page = base.search(text, bare(within), offset, count);
        return new RankedConcepts(laidOver(page.concepts()), page.total());
    }

    @Override
    public Subsumption subsumes(Concept a, Concept b) {
        return base.subsumes(bare(a), bare(b));
    }

    /** What the supplements hold of a code. */
    List<Concept> additions(String code) {
        return supplements.stream()
                .flatMap(supplement -> Stream.ofNullable(supplement.find(code)))
                .toList();
    }

    List<Concept> laidOver(List<Concept> concepts) {
        return concepts.stream()
                .map(concept -> (Concept) new SupplementedConcept(this, concept))
                .toList();
    }

    static boolean declares(CodeSystem system, String property) {
        return system.description().properties().stream()
                .anyMatch(definition -> definition.code().equals(property));
    }

    private static Concept bare(Concept concept) {
        return concept instanceof SupplementedConcept supplemented ? supplemented.base() : concept;
    }

    private static ConceptSet bare(ConceptSet set) {
        return set instanceof LaidOver laidOver ? laidOver.set : set;
    }

    private static CodeSystemDescription withProperties(CodeSystemDescription base, List<CodeSystem> supplements) {
        List<PropertyDefinition> properties = new ArrayList<>(base.properties());
        var known = properties.stream().map(PropertyDefinition::code).collect(Collectors.toSet());
        for (CodeSystem supplement : supplements) {
            for (PropertyDefinition definition : supplement.description().properties()) {
                if (known.add(definition.code())) {
                    properties.add(definition);
                }
            }
        }
        return base.withProperties(properties);
    }

    /** A set of the base whose members come with their additions. */
    private final class LaidOver implements ConceptSet {

        private final ConceptSet set;

        LaidOver(ConceptSet set) {
            this.set = set;
        }

        @Override
        public boolean contains(Concept concept) {
            return set.contains(bare(concept));
        }

        @Override
        public boolean isClosed() {
            return set.isClosed();
        }

        @Override
        public int size() {
            return set.size();
        }

        @Override
        public Iterator<Concept> iterator(int offset) {
            Iterator<Concept> members = set.iterator(offset);
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return members.hasNext();
                }

                @Override
                public Concept next() {
                    return new SupplementedConcept(SupplementedCodeSystem.this, members.next());
                }
            };
        }

        @Override
        public ConceptSet and(ConceptSet other) {
            return new LaidOver(set.and(bare(other)));
        }

        @Override
        public ConceptSet or(ConceptSet other) {
            return new LaidOver(set.or(bare(other)));
        }

        @Override
        public ConceptSet without(ConceptSet other) {
            return new LaidOver(set.without(bare(other)));
        }
    }
}
