package org.fixator.codesystem;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.fixator.coding.Coding;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.fixator.index.IntLists;
import org.fixator.index.Ints;
import org.fixator.index.OrdinalSet;
import org.fixator.index.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The property values of all concepts. Equal values of a property are stored once and have a number; a concept has a list
 * of numbers, in the order of the source, and a number has the list of its concepts, its postings. Cost: 4 bytes a concept,
 * 8 bytes a value of a concept, and about 20 bytes and its text for each distinct value.
 */
final class PropertyTable {

    private static final PropertyType[] TYPES = PropertyType.values();

    private final Texts texts;
    private final List<String> names;
    private final Map<String, Integer> numbers;
    private final int[] property;
    private final byte[] type;
    private final int[] text;
    private final Map<Integer, Coding> codings;
    private final Map<Integer, String> descriptions;
    private final int[] table;
    private final IntLists rows;
    private final IntLists postings;
    private final IntLists values;

    private PropertyTable(Texts texts, Builder from, IntLists rows) {
        this.texts = texts;
        this.names = List.copyOf(from.names);
        this.numbers = Map.copyOf(from.numbers);
        this.property = from.property.toArray();
        this.type = new byte[property.length];
        for (int i = 0; i < type.length; i++) {
            type[i] = (byte) from.type.get(i);
        }
        this.text = from.text.toArray();
        this.codings = Map.copyOf(from.codings);
        this.descriptions = Map.copyOf(from.descriptions);
        this.table = from.table;
        this.rows = rows;
        this.postings = rows.transpose(property.length);
        Ints all = new Ints(property.length);
        for (int i = 0; i < property.length; i++) {
            all.add(i);
        }
        this.values = IntLists.of(names.size(), from.property, all);
    }

    List<Property> get(int ordinal) {
        int count = rows.count(ordinal);
        if (count == 0) {
            return List.of();
        }
        List<Property> properties = new ArrayList<>(count);
        for (int i = rows.start(ordinal); i < rows.end(ordinal); i++) {
            properties.add(value(rows.entry(i)));
        }
        return properties;
    }

    /** The codes of all properties that have values. */
    List<String> names() {
        return names;
    }

    /** The number of a property, {@code -1} where no concept has it. */
    int number(String name) {
        return numbers.getOrDefault(name, -1);
    }

    /** The numbers of all values of a property. */
    IntLists valuesByProperty() {
        return values;
    }

    /** The concepts that have a value. */
    IntLists postings() {
        return postings;
    }

    Property value(int value) {
        return new Property(
                names.get(property[value]),
                TYPES[type[value]],
                text(value),
                codings.get(value),
                descriptions.get(value));
    }

    String text(int value) {
        return texts.get(text[value]);
    }

    /** Concepts with any value of a property. */
    OrdinalSet having(String name) {
        return select(name, value -> true);
    }

    /** Concepts with a value of a property that reads so; of a Coding {@code code} or {@code system|code}. */
    OrdinalSet having(String name, String wanted) {
        int number = number(name);
        if (number < 0) {
            return OrdinalSet.EMPTY;
        }
        OrdinalSet.Builder found = OrdinalSet.builder();
        int bar = wanted.lastIndexOf('|');
        collect(number, wanted, value -> true, found);
        if (bar >= 0) {
            String system = wanted.substring(0, bar);
            collect(number, wanted.substring(bar + 1), value -> isOf(system, value), found);
        }
        return found.build();
    }

    /** Concepts with a value of a property that fulfils a condition. */
    OrdinalSet where(String name, Predicate<String> condition) {
        return select(name, value -> condition.test(text(value)));
    }

    private boolean isOf(String system, int value) {
        Coding coding = codings.get(value);
        return coding != null && system.equals(coding.system());
    }

    private OrdinalSet select(String name, IntPredicate condition) {
        int number = number(name);
        OrdinalSet.Builder found = OrdinalSet.builder();
        if (number >= 0) {
            for (int i = values.start(number); i < values.end(number); i++) {
                if (condition.test(values.entry(i))) {
                    collect(values.entry(i), found);
                }
            }
        }
        return found.build();
    }

    private void collect(int number, String wanted, IntPredicate condition, OrdinalSet.Builder found) {
        byte[] exact = wanted.getBytes(StandardCharsets.UTF_8);
        int mask = table.length - 1;
        for (int slot = hash(number, exact) & mask; table[slot] != 0; slot = (slot + 1) & mask) {
            int value = table[slot] - 1;
            if (property[value] == number && texts.equals(text[value], exact) && condition.test(value)) {
                collect(value, found);
            }
        }
    }

    private void collect(int value, OrdinalSet.Builder found) {
        for (int i = postings.start(value); i < postings.end(value); i++) {
            found.add(postings.entry(i));
        }
    }

    private static int hash(int property, byte[] text) {
        int hash = property;
        for (byte b : text) {
            hash = hash * 31 + b;
        }
        hash *= 0x9E3779B1;
        return hash ^ hash >>> 15;
    }

    static final class Builder {

        private final Texts.Builder store;
        private final List<String> names = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Ints property = new Ints();
        private final Ints type = new Ints();
        private final Ints text = new Ints();
        private final Map<Integer, Coding> codings = new HashMap<>();
        private final Map<Integer, String> descriptions = new HashMap<>();
        private int[] table = new int[16];
        private final Ints rowOrdinals = new Ints();
        private final Ints rowValues = new Ints();

        Builder(Texts.Builder store) {
            this.store = store;
        }

        void add(int ordinal, Property value) {
            add(ordinal, number(value));
        }

        void add(int ordinal, int value) {
            rowOrdinals.add(ordinal);
            rowValues.add(value);
        }

        /** Number of values of all concepts. */
        int rows() {
            return rowOrdinals.size();
        }

        int rowOrdinal(int row) {
            return rowOrdinals.get(row);
        }

        int rowValue(int row) {
            return rowValues.get(row);
        }

        /** The name of the property of a value. */
        String name(int value) {
            return names.get(property.get(value));
        }

        PropertyType type(int value) {
            return TYPES[type.get(value)];
        }

        String text(int value) {
            return store.get(text.get(value));
        }

        @Nullable
        Coding coding(int value) {
            return codings.get(value);
        }

        /** @param dropped rows that are left out, ascending */
        PropertyTable freeze(Texts frozen, int size, Ints dropped) {
            Ints ordinals = rowOrdinals;
            Ints kept = rowValues;
            if (dropped.size() > 0) {
                ordinals = new Ints(rows());
                kept = new Ints(rows());
                int next = 0;
                for (int row = 0; row < rows(); row++) {
                    if (next < dropped.size() && dropped.get(next) == row) {
                        next++;
                    } else {
                        ordinals.add(rowOrdinals.get(row));
                        kept.add(rowValues.get(row));
                    }
                }
            }
            return new PropertyTable(frozen, this, IntLists.of(size, ordinals, kept));
        }

        int number(Property wanted) {
            int name = nameNumber(wanted.code());
            byte[] exact = wanted.value().getBytes(StandardCharsets.UTF_8);
            int mask = table.length - 1;
            int slot = hash(name, exact) & mask;
            while (table[slot] != 0) {
                if (isSame(table[slot] - 1, name, exact, wanted)) {
                    return table[slot] - 1;
                }
                slot = (slot + 1) & mask;
            }
            int value = property.size();
            table[slot] = value + 1;
            property.add(name);
            type.add(typeNumber(wanted.type()));
            text.add(store.add(exact));
            if (wanted.coding() != null) {
                codings.put(value, wanted.coding());
            }
            if (wanted.description() != null) {
                descriptions.put(value, wanted.description());
            }
            if (property.size() > table.length / 4 * 3) {
                grow();
            }
            return value;
        }

        private boolean isSame(int value, int name, byte[] exact, Property wanted) {
            return property.get(value) == name
                    && store.equals(text.get(value), exact)
                    && type(value) == wanted.type()
                    && Objects.equals(codings.get(value), wanted.coding())
                    && Objects.equals(descriptions.get(value), wanted.description());
        }

        private void grow() {
            int[] bigger = new int[table.length * 2];
            int mask = bigger.length - 1;
            for (int value = 0; value < property.size(); value++) {
                int slot = hash(property.get(value), text(value).getBytes(StandardCharsets.UTF_8)) & mask;
                while (bigger[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                bigger[slot] = value + 1;
            }
            table = bigger;
        }

        private int nameNumber(String name) {
            Integer known = numbers.get(name);
            if (known != null) {
                return known;
            }
            numbers.put(name, names.size());
            names.add(name);
            return names.size() - 1;
        }

        private static int typeNumber(PropertyType wanted) {
            int number = 0;
            while (TYPES[number] != wanted) {
                number++;
            }
            return number;
        }
    }
}
