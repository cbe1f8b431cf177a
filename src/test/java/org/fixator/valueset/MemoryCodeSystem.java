package org.fixator.valueset;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fixator.codesystem.Absence;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.ConceptSet;
import org.fixator.codesystem.Likeness;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.codesystem.RankedConcepts;
import org.fixator.codesystem.Subsumption;
import org.fixator.coding.Canonical;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.jspecify.annotations.Nullable;

/** A code system as simple as can be, for tests: lists and linear search. Order of {@link #all} is that of adding. */
final class MemoryCodeSystem implements CodeSystem {

    private final CodeSystemDescription description;
    private final List<Node> nodes = new ArrayList<>();

    MemoryCodeSystem(CodeSystemDescription description) {
        this.description = description;
    }

    static MemoryCodeSystem of(String url, @Nullable String version, String... codes) {
        MemoryCodeSystem system = new MemoryCodeSystem(CodeSystemDescription.of(new Canonical(url, version)));
        for (String code : codes) {
            system.add(code, null);
        }
        return system;
    }

    MemoryCodeSystem add(String code, @Nullable String parent) {
        Node above = parent == null ? null : (Node) find(parent);
        Node node = new Node(description.url(), code, above, new ArrayList<>());
        if (above != null) {
            above.childNodes().add(node);
        }
        nodes.add(node);
        return this;
    }

    @Override
    public CodeSystemDescription description() {
        return description;
    }

    @Override
    public @Nullable Concept find(String code) {
        return nodes.stream()
                .filter(node -> node.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Absence absence(String code) {
        return Absence.unlisted(true, null, List.of());
    }

    @Override
    public List<String> nearest(String code, Likeness likeness) {
        return List.of();
    }

    @Override
    public ConceptSet all() {
        return new Listed(new ArrayList<>(nodes));
    }

    @Override
    public ConceptSet enumerated(List<Concept> concepts) {
        return new Listed(concepts);
    }

    /** Only {@code concept is-a} is known. */
    @Override
    public ConceptSet filter(PropertyFilter filter) {
        List<Concept> found = new ArrayList<>();
        for (Node node : nodes) {
            for (Node up = node; up != null; up = up.parent()) {
                if (up.code().equals(filter.value())) {
                    found.add(node);
                }
            }
        }
        return new Listed(found);
    }

    @Override
    public RankedConcepts search(String text, ConceptSet within, int offset, int count) {
        List<Concept> found = new ArrayList<>();
        within.iterator(0).forEachRemaining(concept -> {
            if (concept.code().contains(text)) {
                found.add(concept);
            }
        });
        int from = Math.min(offset, found.size());
        return new RankedConcepts(found.subList(from, Math.min(found.size(), from + count)), found.size());
    }

    @Override
    public Subsumption subsumes(Concept a, Concept b) {
        throw new UnsupportedOperationException();
    }

    private record Node(String system, String code, @Nullable Node parent, List<Node> childNodes) implements Concept {

        @Override
        public @Nullable String display() {
            return "Display of " + code;
        }

        @Override
        public @Nullable String definition() {
            return null;
        }

        @Override
        public List<Designation> designations() {
            return List.of();
        }

        @Override
        public List<Property> properties() {
            return List.of();
        }

        @Override
        public List<Extension> extensions() {
            return List.of();
        }

        @Override
        public boolean isAbstract() {
            return false;
        }

        @Override
        public boolean isInactive() {
            return false;
        }

        @Override
        public @Nullable String status() {
            return null;
        }

        @Override
        public List<Concept> parents() {
            return parent == null ? List.of() : List.of(parent);
        }

        @Override
        public List<Concept> children() {
            return List.copyOf(childNodes);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Node node && node.system.equals(system) && node.code.equals(code);
        }

        @Override
        public int hashCode() {
            return Objects.hash(system, code);
        }
    }

    private record Listed(Set<Concept> members) implements ConceptSet {

        Listed(List<Concept> concepts) {
            this(new LinkedHashSet<>(concepts));
        }

        @Override
        public boolean contains(Concept concept) {
            return members.contains(concept);
        }

        @Override
        public boolean isClosed() {
            return true;
        }

        @Override
        public int size() {
            return members.size();
        }

        @Override
        public Iterator<Concept> iterator(int offset) {
            return members.stream().skip(offset).iterator();
        }

        @Override
        public ConceptSet and(ConceptSet other) {
            Set<Concept> both = new LinkedHashSet<>(members);
            both.removeIf(concept -> !other.contains(concept));
            return new Listed(both);
        }

        @Override
        public ConceptSet or(ConceptSet other) {
            Set<Concept> either = new LinkedHashSet<>(members);
            other.iterator(0).forEachRemaining(either::add);
            return new Listed(either);
        }

        @Override
        public ConceptSet without(ConceptSet other) {
            Set<Concept> rest = new LinkedHashSet<>(members);
            rest.removeIf(other::contains);
            return new Listed(rest);
        }
    }
}
