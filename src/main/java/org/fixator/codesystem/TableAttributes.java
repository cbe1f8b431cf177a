package org.fixator.codesystem;

import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.fixator.codesystem.filter.Attribute;
import org.fixator.codesystem.filter.FilterSource;
import org.fixator.index.CodeDictionary;
import org.fixator.index.Hierarchy;
import org.fixator.index.IntLists;
import org.fixator.index.OrdinalSet;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that concepts of a table can be filtered by. A property that the source declares or uses comes before the
 * names of FHIR with the same spelling, apart from {@code concept}, {@code code}, {@code parent} and {@code child},
 * and from {@code inactive} and {@code status}, which are known of a concept in more ways than one ({@link ConceptStatus}).
 */
final class TableAttributes implements FilterSource {

    private final CodeSystemDescription description;
    private final ConceptTable table;

    TableAttributes(CodeSystemDescription description, ConceptTable table) {
        this.description = description;
        this.table = table;
    }

    @Override
    public String url() {
        return description.url();
    }

    @Override
    public OrdinalSet all() {
        return table.all();
    }

    @Override
    public int find(String code) {
        return table.codes().find(code);
    }

    @Override
    public Hierarchy hierarchy() {
        return table.hierarchy();
    }

    @Override
    public @Nullable Attribute attribute(String property) {
        return switch (property) {
            case "concept", "code" -> new Code();
            case "inactive" -> new Inactive();
            case "status" -> new Status();
            case "parent" ->
                new Edge(property, hierarchy().parents(), hierarchy().children());
            case "child" ->
                new Edge(property, hierarchy().children(), hierarchy().parents());
            default -> isOwn(property) ? new Values(property) : wellKnown(property);
        };
    }

    private boolean isOwn(String property) {
        return table.propertyTable().number(property) >= 0
                || description.properties().stream()
                        .anyMatch(definition -> definition.code().equals(property));
    }

    private @Nullable Attribute wellKnown(String property) {
        return switch (property) {
            case "display" -> new Text(table::display);
            case "definition" -> new Text(table::definition);
            case "designation" -> new Designations();
            case "notSelectable", "abstract" -> new Meaning(ConceptProperty.NOT_SELECTABLE);
            case "deprecated" -> new Meaning(ConceptProperty.DEPRECATED);
            default -> null;
        };
    }

    private OrdinalSet select(IntPredicate condition) {
        OrdinalSet.Builder found = OrdinalSet.builder();
        for (int ordinal = 0; ordinal < table.size(); ordinal++) {
            if (condition.test(ordinal)) {
                found.add(ordinal);
            }
        }
        return found.build();
    }

    private final class Code implements Attribute {

        @Override
        public OrdinalSet where(Predicate<String> condition) {
            return select(ordinal -> condition.test(table.code(ordinal)));
        }

        @Override
        public OrdinalSet having(String code) {
            int ordinal = find(code);
            return ordinal == CodeDictionary.NONE ? OrdinalSet.EMPTY : OrdinalSet.of(ordinal);
        }
    }

    /** Values of a property of the source. */
    private final class Values implements Attribute {

        private final String property;

        Values(String property) {
            this.property = property;
        }

        @Override
        public OrdinalSet where(Predicate<String> condition) {
            return table.propertyTable().where(property, condition);
        }

        @Override
        public OrdinalSet having(String value) {
            return table.propertyTable().having(property, value);
        }
    }

    /** Values of all properties that mean the same. */
    private final class Meaning implements Attribute {

        private final ConceptProperty meaning;

        Meaning(ConceptProperty meaning) {
            this.meaning = meaning;
        }

        @Override
        public OrdinalSet where(Predicate<String> condition) {
            Map<String, ConceptProperty> meanings = ConceptProperty.meanings(description.properties());
            OrdinalSet found = OrdinalSet.EMPTY;
            for (String name : table.propertyTable().names()) {
                if (meanings.get(name) == meaning) {
                    found = found.or(table.propertyTable().where(name, condition));
                }
            }
            return found;
        }
    }

    /** Every concept is inactive or not. */
    private final class Inactive implements Attribute {

        @Override
        public OrdinalSet where(Predicate<String> condition) {
            OrdinalSet inactives = table.statuses().inactives();
            OrdinalSet found = condition.test("true") ? inactives : OrdinalSet.EMPTY;
            return condition.test("false") ? found.or(all().without(inactives)) : found;
        }
    }

    /** What {@code status} says, and the status that is read from other properties. */
    private final class Status implements Attribute {

        @Override
        public OrdinalSet where(Predicate<String> condition) {
            OrdinalSet read = select(ordinal -> {
                String status = table.statuses().status(ordinal);
                return status != null && condition.test(status);
            });
            return read.or(new Meaning(ConceptProperty.STATUS).where(condition));
        }
    }

    private final class Text implements Attribute {

        private final IntFunction<@Nullable String> text;

        Text(IntFunction<@Nullable String> text) {
            this.text = text;
        }

        @Override
        public OrdinalSet where(Predicate<String> condition) {
            return select(ordinal -> {
                String own = text.apply(ordinal);
                return own != null && condition.test(own);
            });
        }
    }

    private final class Designations implements Attribute {

        @Override
        public OrdinalSet where(Predicate<String> condition) {
            IntLists texts = table.designationTable().texts();
            return select(ordinal -> {
                for (int i = texts.start(ordinal); i < texts.end(ordinal); i++) {
                    if (condition.test(table.texts().get(texts.entry(i)))) {
                        return true;
                    }
                }
                return false;
            });
        }
    }

    /** The codes at the other ends of edges; in a fragment also codes that are elsewhere, which are property values. */
    private final class Edge implements Attribute {

        private final IntLists edges;
        private final IntLists back;
        private final Attribute dangling;

        Edge(String property, IntLists edges, IntLists back) {
            this.dangling = new Values(property);
            this.edges = edges;
            this.back = back;
        }

        @Override
        public OrdinalSet where(Predicate<String> condition) {
            OrdinalSet found = select(ordinal -> {
                for (int i = edges.start(ordinal); i < edges.end(ordinal); i++) {
                    if (condition.test(table.code(edges.entry(i)))) {
                        return true;
                    }
                }
                return false;
            });
            return found.or(dangling.where(condition));
        }

        @Override
        public OrdinalSet having(String code) {
            int other = find(code);
            if (other == CodeDictionary.NONE) {
                return dangling.having(code);
            }
            OrdinalSet.Builder found = OrdinalSet.builder();
            for (int i = back.start(other); i < back.end(other); i++) {
                found.add(back.entry(i));
            }
            return found.build();
        }

        @Override
        public OrdinalSet present() {
            return select(ordinal -> edges.count(ordinal) > 0).or(dangling.present());
        }
    }
}
