package org.fixator.codesystem;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.fixator.coding.Coding;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.fixator.index.ImageInput;
import org.fixator.index.ImageOutput;
import org.fixator.index.IntLists;
import org.fixator.index.Ints;
import org.fixator.index.OrdinalSet;
import org.fixator.index.Section;
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
    private final ValueNumbers valueNumbers;
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
        this.valueNumbers = from.valueNumbers.numbers();
        this.rows = rows;
        this.postings = rows.transpose(property.length);
        this.values = byProperty();
    }

    /** From an image; what is derived is computed where it is not there. */
    private PropertyTable(Texts texts, ImageInput in, @Nullable ImageInput derived) {
        in.section(Section.PROPERTIES);
        this.texts = texts;
        this.names = List.copyOf(in.list(ImageInput::requiredText));
        this.numbers = new HashMap<>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        this.property = in.ints();
        List<PropertyType> types =
                in.list(ImageInput::requiredText).stream().map(PropertyType::of).toList();
        this.type = in.bytes();
        for (int i = 0; i < type.length; i++) {
            type[i] = number(types.get(type[i]));
        }
        this.text = in.ints();
        this.codings = ImageValues.readMap(in, ImageValues::readCoding);
        this.descriptions = ImageValues.readMap(in, ImageInput::requiredText);
        this.rows = IntLists.read(in);
        if (derived != null) {
            derived.section(Section.PROPERTY_POSTINGS);
            this.valueNumbers = ValueNumbers.read(derived);
            this.postings = IntLists.read(derived);
            this.values = IntLists.read(derived);
        } else {
            this.valueNumbers = ValueNumbers.of(property.length, this::hash);
            this.postings = rows.transpose(property.length);
            this.values = byProperty();
        }
    }

    private PropertyTable(PropertyTable same, Texts texts, int[] text) {
        this.texts = texts;
        this.names = same.names;
        this.numbers = same.numbers;
        this.property = same.property;
        this.type = same.type;
        this.text = text;
        this.codings = same.codings;
        this.descriptions = same.descriptions;
        this.valueNumbers = same.valueNumbers;
        this.rows = same.rows;
        this.postings = same.postings;
        this.values = same.values;
    }

    /** The same values in other texts. */
    PropertyTable in(Texts others, int[] addresses) {
        return new PropertyTable(this, others, addresses);
    }

    /** Addresses of all values. */
    int[] addresses() {
        return text.clone();
    }

    static PropertyTable read(Texts texts, ImageInput in, @Nullable ImageInput derived) {
        return new PropertyTable(texts, in, derived);
    }

    /** The core of an image. */
    void write(ImageOutput out) {
        out.section(Section.PROPERTIES);
        out.list(names, ImageOutput::text);
        out.ints(property);
        out.list(Arrays.stream(TYPES).map(PropertyType::code).toList(), ImageOutput::text);
        out.bytes(type);
        out.ints(text);
        ImageValues.writeMap(out, codings, ImageValues::writeCoding);
        ImageValues.writeMap(out, descriptions, ImageOutput::text);
        rows.write(out);
    }

    /** The derived part. */
    void writeDerived(ImageOutput out) {
        out.section(Section.PROPERTY_POSTINGS);
        valueNumbers.write(out);
        postings.write(out);
        values.write(out);
    }

    private int hash(int value) {
        return ValueNumbers.hash(property[value], text(value).getBytes(StandardCharsets.UTF_8));
    }

    private IntLists byProperty() {
        Ints properties = new Ints(property.length);
        Ints all = new Ints(property.length);
        for (int i = 0; i < property.length; i++) {
            properties.add(property[i]);
            all.add(i);
        }
        return IntLists.of(names.size(), properties, all);
    }

    private static byte number(PropertyType wanted) {
        int number = 0;
        while (TYPES[number] != wanted) {
            number++;
        }
        return (byte) number;
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
        int slot = valueNumbers.first(ValueNumbers.hash(number, exact));
        for (; valueNumbers.at(slot) != ValueNumbers.NONE; slot = valueNumbers.next(slot)) {
            int value = valueNumbers.at(slot);
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

    static final class Builder {

        private final Texts.Builder store;
        private final List<String> names = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Ints property = new Ints();
        private final Ints type = new Ints();
        private final Ints text = new Ints();
        private final Map<Integer, Coding> codings = new HashMap<>();
        private final Map<Integer, String> descriptions = new HashMap<>();
        private final ValueNumbers.Builder valueNumbers = new ValueNumbers.Builder(this::hash);
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
            int hash = ValueNumbers.hash(name, exact);
            ValueNumbers known = valueNumbers.numbers();
            for (int slot = known.first(hash); known.at(slot) != ValueNumbers.NONE; slot = known.next(slot)) {
                if (isSame(known.at(slot), name, exact, wanted)) {
                    return known.at(slot);
                }
            }
            int value = valueNumbers.add(hash);
            property.add(name);
            type.add(PropertyTable.number(wanted.type()));
            text.add(store.add(exact));
            if (wanted.coding() != null) {
                codings.put(value, wanted.coding());
            }
            if (wanted.description() != null) {
                descriptions.put(value, wanted.description());
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

        private int hash(int value) {
            return ValueNumbers.hash(property.get(value), text(value).getBytes(StandardCharsets.UTF_8));
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
    }
}
