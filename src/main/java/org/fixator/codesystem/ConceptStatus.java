package org.fixator.codesystem;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixator.index.IntLists;
import org.fixator.index.OrdinalSet;
import org.jspecify.annotations.Nullable;

/**
 * What the properties and extensions of a concept say of its use.
 *
 * <p>A concept is inactive where it is said to be so ({@code inactive}), where its status is {@code inactive},
 * {@code retired} or {@code withdrawn}, where its retirement date has come, or where its standards status is
 * {@code withdrawn}. A deprecated concept is active: HL7's suite (tho) lists it without a mark. The status is what
 * {@code status} says, else what can be read from the other properties. Dates are compared with the day of compilation.
 */
final class ConceptStatus {

    private static final String STANDARDS_STATUS =
            "http://hl7.org/fhir/StructureDefinition/structuredefinition-standards-status";
    private static final Set<String> INACTIVE = Set.of("inactive", "retired", "withdrawn");

    private final OrdinalSet abstracts;
    private final OrdinalSet inactives;
    private final byte @Nullable [] status;
    private final List<String> names;

    private ConceptStatus(OrdinalSet abstracts, OrdinalSet inactives, byte @Nullable [] status, List<String> names) {
        this.abstracts = abstracts;
        this.inactives = inactives;
        this.status = status;
        this.names = List.copyOf(names);
    }

    OrdinalSet abstracts() {
        return abstracts;
    }

    OrdinalSet inactives() {
        return inactives;
    }

    @Nullable
    String status(int ordinal) {
        return status == null || status[ordinal] == 0 ? null : names.get(status[ordinal] - 1);
    }

    static ConceptStatus of(
            int size, PropertyTable properties, ExtensionTable extensions, List<PropertyDefinition> definitions) {
        Reading reading =
                new Reading(size, properties, LocalDate.now(ZoneOffset.UTC).toString());
        reading.read(ConceptProperty.meanings(definitions));
        reading.read(extensions);
        return new ConceptStatus(reading.abstracts.build(), reading.inactives.build(), reading.status, reading.names);
    }

    /** Collects; a status that is set stays, so the strongest source is read first. */
    private static final class Reading {

        private final int size;
        private final PropertyTable properties;
        private final String today;
        private final OrdinalSet.Builder abstracts = OrdinalSet.builder();
        private final OrdinalSet.Builder inactives = OrdinalSet.builder();
        private final List<String> names = new ArrayList<>();
        private final Map<String, Byte> numbers = new HashMap<>();
        private byte @Nullable [] status;

        Reading(int size, PropertyTable properties, String today) {
            this.size = size;
            this.properties = properties;
            this.today = today;
        }

        void read(Map<String, ConceptProperty> meanings) {
            for (ConceptProperty meaning : ConceptProperty.values()) {
                for (String name : properties.names()) {
                    if (meanings.get(name) == meaning) {
                        readValues(meaning, properties.number(name));
                    }
                }
            }
        }

        private void readValues(ConceptProperty meaning, int property) {
            IntLists values = properties.valuesByProperty();
            for (int i = values.start(property); i < values.end(property); i++) {
                readValue(meaning, values.entry(i), properties.text(values.entry(i)));
            }
        }

        private void readValue(ConceptProperty meaning, int value, String text) {
            switch (meaning) {
                case NOT_SELECTABLE -> {
                    if (text.equals("true")) {
                        mark(value, abstracts);
                    }
                }
                case STATUS -> {
                    setStatus(value, text);
                    if (INACTIVE.contains(text)) {
                        mark(value, inactives);
                    }
                }
                case INACTIVE, RETIRED -> {
                    if (text.equals("true")) {
                        setStatus(value, meaning.code());
                        mark(value, inactives);
                    }
                }
                case RETIREMENT_DATE -> {
                    if (hasCome(text)) {
                        setStatus(value, "retired");
                        mark(value, inactives);
                    }
                }
                case DEPRECATED, DEPRECATION_DATE -> {
                    if (text.equals("true") || hasCome(text)) {
                        setStatus(value, "deprecated");
                    }
                }
                case PARENT, CHILD -> {}
            }
        }

        void read(ExtensionTable extensions) {
            extensions.forEach(STANDARDS_STATUS, (extension, ordinal) -> {
                String text = extension.value();
                if (text != null) {
                    setStatusOf(ordinal, number(text));
                    if (text.equals("withdrawn")) {
                        inactives.add(ordinal);
                    }
                }
            });
        }

        private void mark(int value, OrdinalSet.Builder set) {
            IntLists postings = properties.postings();
            for (int i = postings.start(value); i < postings.end(value); i++) {
                set.add(postings.entry(i));
            }
        }

        private void setStatus(int value, String text) {
            byte number = number(text);
            IntLists postings = properties.postings();
            for (int i = postings.start(value); i < postings.end(value); i++) {
                setStatusOf(postings.entry(i), number);
            }
        }

        private void setStatusOf(int ordinal, byte number) {
            if (status == null) {
                status = new byte[size];
            }
            if (status[ordinal] == 0) {
                status[ordinal] = number;
            }
        }

        /** Statuses are few; should a source have more than 127, the rest counts as none. */
        private byte number(String text) {
            Byte known = numbers.get(text);
            if (known != null) {
                return known;
            }
            if (names.size() == Byte.MAX_VALUE) {
                return 0;
            }
            names.add(text);
            numbers.put(text, (byte) names.size());
            return (byte) names.size();
        }

        /** Whether a date, or as much of it as is given, is not in the future. */
        private boolean hasCome(String date) {
            if (date.length() < 4 || !Character.isDigit(date.charAt(0))) {
                return false;
            }
            int length = Math.min(date.length(), today.length());
            return date.substring(0, length).compareTo(today.substring(0, length)) <= 0;
        }
    }
}
