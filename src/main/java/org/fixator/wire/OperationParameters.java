package org.fixator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fixator.coding.Canonical;
import org.fixator.issue.Messages;
import org.fixator.issue.TerminologyException;
import org.fixator.issue.WireMessages;
import org.jspecify.annotations.Nullable;

/**
 * The input parameters of one call, read and checked by the operation's {@link ParameterTable}, under the table's own
 * names. Immutable.
 */
public final class OperationParameters {

    private final ParameterTable table;
    private final List<Given> given;

    /** The bits of the names given: an operation asks for many parameters, nearly all of which are absent. */
    private final long names;

    private OperationParameters(ParameterTable table, List<Given> given) {
        this.table = table;
        this.given = given;
        long bits = 0;
        for (Given one : given) {
            bits |= bit(one.name);
        }
        this.names = bits;
    }

    /** A parameter that has a value. They are so few that looking through them is faster than any map. */
    private static final class Given {

        private final String name;
        private List<ParameterValue> values;

        Given(String name, ParameterValue first) {
            this.name = name;
            this.values = List.of(first);
        }

        /** Few are given more than once. */
        void add(ParameterValue further) {
            List<ParameterValue> all = new ArrayList<>(values);
            all.add(further);
            values = all;
        }
    }

    private static long bit(String name) {
        return 1L << name.hashCode();
    }

    /**
     * Reads what a call brings in its URL and its body, and what holds where it brings nothing.
     *
     * @throws TerminologyException (400) for malformed JSON, a body of another type, a value of another type, a
     *     single-valued parameter given twice, a parameter that is known and not supported, and, where the client is
     *     strict, a parameter that nobody knows
     */
    public static OperationParameters read(ParameterTable table, OperationCall call) {
        Collector collector = new Collector(table, call.strict());
        for (Map.Entry<String, List<String>> parameter : call.query().entrySet()) {
            collector.query(parameter.getKey(), parameter.getValue());
        }
        byte[] body = call.body();
        if (body != null && body.length > 0) {
            FlatParameters flat = FlatParameters.read(body);
            if (flat == null || !collector.takes(flat)) {
                collector.body(Json.parse(body));
            } else {
                collector.body(flat);
            }
        }
        OperationParameters own = collector.parameters();
        return call.defaults().isEmpty() ? own : own.over(defaults(table, call));
    }

    private static OperationParameters defaults(ParameterTable table, OperationCall call) {
        Collector collector = new Collector(table, call.strict());
        call.defaults().forEach(collector::query);
        return collector.parameters();
    }

    /** Reads a Parameters resource inside another one. */
    public static OperationParameters of(ParameterTable table, ObjectNode parameters, boolean strict) {
        return of(table, new Enclosed(null, parameters), strict);
    }

    /** As {@link #of(ParameterTable, ObjectNode, boolean)}, of one that may have been read without a tree. */
    static OperationParameters of(ParameterTable table, Enclosed parameters, boolean strict) {
        Collector collector = new Collector(table, strict);
        FlatParameters flat = parameters.flat();
        if (flat != null) {
            collector.body(flat);
        } else {
            collector.body(Objects.requireNonNull(parameters.tree()));
        }
        return collector.parameters();
    }

    /** Whether a table needs no tree to read a parameter. */
    static boolean takes(ParameterTable table, FlatParameters.Parameter parameter) {
        ParameterDefinition definition = table.find(parameter.name());
        return definition == null
                || definition.support() == ParameterDefinition.Support.REFUSED
                || ParameterReader.fits(definition, parameter);
    }

    /** A Parameters resource that is the value of a parameter: one or the other. */
    record Enclosed(@Nullable FlatParameters flat, @Nullable ObjectNode tree) {}

    /** The Parameters resources that are values of a parameter. */
    List<Enclosed> enclosed(String name) {
        List<Enclosed> enclosed = new ArrayList<>();
        for (ParameterValue value : all(name)) {
            enclosed.add(new Enclosed(value.parameters(), value.object()));
        }
        return enclosed;
    }

    public ParameterTable table() {
        return table;
    }

    /**
     * These parameters with those of another table below them: where both give one, these win. Names that this table does
     * not know are left out.
     */
    public OperationParameters over(OperationParameters defaults) {
        List<Given> all = null;
        for (Given lower : defaults.given) {
            if (table.find(lower.name) != null && find(lower.name) == null) {
                all = all == null ? new ArrayList<>(given) : all;
                all.add(lower);
            }
        }
        return all == null ? this : new OperationParameters(table, all);
    }

    public boolean has(String name) {
        return find(name) != null;
    }

    /** Whether a parameter is given that the operation need not have; the other methods may be asked for its own only. */
    public boolean gives(String name) {
        return search(name) != null;
    }

    /** The value of a primitive parameter; {@code null} where it is absent. */
    public @Nullable String text(String name) {
        ParameterValue value = first(name);
        return value == null ? null : value.requireText();
    }

    /** @throws TerminologyException (400) where it is absent */
    public String required(String name) {
        String value = text(name);
        if (value == null) {
            throw new TerminologyException(
                    WireMessages.parameterMissing(table.label(), "the parameter '" + name + "'"));
        }
        return value;
    }

    public List<String> texts(String name) {
        List<ParameterValue> all = all(name);
        return all.isEmpty()
                ? List.of()
                : all.stream().map(ParameterValue::requireText).toList();
    }

    public @Nullable Canonical canonical(String name) {
        String text = text(name);
        return text == null ? null : Canonical.parse(text);
    }

    public List<Canonical> canonicals(String name) {
        List<String> texts = texts(name);
        return texts.isEmpty()
                ? List.of()
                : texts.stream().map(Canonical::parse).toList();
    }

    public @Nullable Boolean bool(String name) {
        String text = text(name);
        return text == null ? null : Boolean.valueOf(text);
    }

    public boolean flag(String name) {
        return Boolean.TRUE.equals(bool(name));
    }

    /**
     * The day of a dateTime; the first of the month or the year where no more is given.
     *
     * @throws TerminologyException (400) where it is no dateTime
     */
    public @Nullable LocalDate day(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            String day = text.length() > 10 ? text.substring(0, 10) : text;
            return LocalDate.parse(day.length() == 4 ? day + "-01-01" : day.length() == 7 ? day + "-01" : day);
        } catch (DateTimeParseException e) {
            throw new TerminologyException(WireMessages.parameterValue(name, text, "a dateTime"));
        }
    }

    public @Nullable Integer integer(String name) {
        String text = text(name);
        return text == null ? null : Integer.valueOf(text);
    }

    /** A Coding, a CodeableConcept or a resource; {@code null} where it is absent. */
    public @Nullable ObjectNode object(String name) {
        ParameterValue value = first(name);
        return value == null ? null : value.requireObject();
    }

    /** Codings, resources, or whole parameters where they consist of parts. */
    public List<ObjectNode> objects(String name) {
        List<ParameterValue> all = all(name);
        return all.isEmpty()
                ? List.of()
                : all.stream().map(ParameterValue::requireObject).toList();
    }

    /** A complex value with the path that errors name: that of the parameter's own name. */
    @Nullable
    Element element(String name) {
        ObjectNode object = object(name);
        return object == null ? null : new Element(object, null, name, -1);
    }

    private @Nullable ParameterValue first(String name) {
        Given found = find(name);
        return found == null ? null : found.values.get(0);
    }

    private List<ParameterValue> all(String name) {
        Given found = find(name);
        return found == null ? List.of() : found.values;
    }

    private @Nullable Given find(String name) {
        assert table.find(name) != null : table.label() + " has no parameter " + name;
        return search(name);
    }

    private @Nullable Given search(String name) {
        if ((names & bit(name)) == 0) {
            return null;
        }
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i).name.equals(name)) {
                return given.get(i);
            }
        }
        return null;
    }

    /** Collects values and refuses what the table does not allow. */
    private static final class Collector {

        private final ParameterTable table;
        private final boolean strict;
        private final List<Given> given = new ArrayList<>(4);

        private Collector(ParameterTable table, boolean strict) {
            this.table = table;
            this.strict = strict;
        }

        private OperationParameters parameters() {
            return new OperationParameters(table, given);
        }

        private void query(String name, List<String> texts) {
            ParameterDefinition definition = name.startsWith("_") ? table.find(name) : definition(name);
            if (definition == null) {
                return;
            }
            for (String text : texts) {
                add(definition, ParameterReader.query(definition, name, text));
            }
        }

        /** Whether every value is of a kind that needs no tree. */
        private boolean takes(FlatParameters body) {
            for (FlatParameters.Parameter parameter : body.parameters()) {
                FlatParameters held = parameter.resource();
                if (!OperationParameters.takes(table, parameter)
                        || (held != null && !BatchValidateCodeCodec.takes(held))) {
                    return false;
                }
            }
            return true;
        }

        private void body(FlatParameters body) {
            for (FlatParameters.Parameter parameter : body.parameters()) {
                ParameterDefinition definition = definition(parameter.name());
                if (definition != null) {
                    add(definition, ParameterReader.flat(definition, parameter));
                }
            }
        }

        private void body(ObjectNode body) {
            String type = Resources.type(body);
            if (type.equals("Parameters")) {
                for (Element parameter : Element.of(body).list("parameter")) {
                    parameter(parameter);
                }
                return;
            }
            ParameterDefinition definition = table.forBody(type);
            if (definition == null) {
                throw new TerminologyException(WireMessages.wrongResourceType(
                        "The body of " + table.label(), "Parameters", type.isEmpty() ? "none" : type));
            }
            add(definition, new ParameterValue(definition.name(), null, body));
        }

        private void parameter(Element parameter) {
            ParameterDefinition definition = definition(parameter.required("name"));
            if (definition != null) {
                add(definition, ParameterReader.body(definition, parameter));
            }
        }

        private @Nullable ParameterDefinition definition(String name) {
            ParameterDefinition definition = table.find(name);
            if (definition == null && strict) {
                throw new TerminologyException(WireMessages.parameterUnknown(table.label(), name, table.supported()));
            }
            if (definition != null && definition.support() == ParameterDefinition.Support.REFUSED) {
                throw new TerminologyException(Messages.unsupportedParameter(name));
            }
            return definition;
        }

        /** One value under two of its names is still one value. */
        private void add(ParameterDefinition definition, @Nullable ParameterValue value) {
            if (value == null) {
                return;
            }
            Given before = given(definition.name());
            if (before == null) {
                given.add(new Given(definition.name(), value));
                return;
            }
            ParameterValue first = before.values.get(0);
            boolean alias = !first.given().equals(value.given()) && first.sameValue(value);
            if (!definition.repeats() && !alias) {
                throw new TerminologyException(WireMessages.parameterRepeated(value.given()));
            }
            before.add(value);
        }

        private @Nullable Given given(String name) {
            for (int i = 0; i < given.size(); i++) {
                if (given.get(i).name.equals(name)) {
                    return given.get(i);
                }
            }
            return null;
        }
    }
}
