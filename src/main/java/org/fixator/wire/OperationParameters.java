package org.fixator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<String, List<ParameterValue>> values;

    private OperationParameters(ParameterTable table, Map<String, List<ParameterValue>> values) {
        this.table = table;
        this.values = values;
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
        call.query().forEach(collector::query);
        byte[] body = call.body();
        if (body != null && body.length > 0) {
            collector.body(Json.parse(body));
        }
        OperationParameters own = collector.parameters();
        return call.defaults().isEmpty() ? own : own.over(defaults(table, call));
    }

    private static OperationParameters defaults(ParameterTable table, OperationCall call) {
        Collector collector = new Collector(table, call.strict());
        call.defaults().forEach(collector::query);
        return collector.parameters();
    }

    /** Reads a Parameters resource inside another one, as {@code $batch-validate-code} has it. */
    public static OperationParameters of(ParameterTable table, ObjectNode parameters, boolean strict) {
        Collector collector = new Collector(table, strict);
        collector.body(parameters);
        return collector.parameters();
    }

    public ParameterTable table() {
        return table;
    }

    /**
     * These parameters with those of another table below them: where both give one, these win. Names that this table does
     * not know are left out.
     */
    public OperationParameters over(OperationParameters defaults) {
        Map<String, List<ParameterValue>> all = new HashMap<>();
        defaults.values.forEach((name, list) -> {
            if (table.find(name) != null) {
                all.put(name, list);
            }
        });
        all.putAll(values);
        return new OperationParameters(table, all);
    }

    /** Whether the operation has such a parameter at all; the other methods may be asked for those only. */
    public boolean knows(String name) {
        return table.find(name) != null;
    }

    public boolean has(String name) {
        return values.containsKey(known(name));
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
        return all(name).stream().map(ParameterValue::requireText).toList();
    }

    public @Nullable Canonical canonical(String name) {
        String text = text(name);
        return text == null ? null : Canonical.parse(text);
    }

    public List<Canonical> canonicals(String name) {
        return texts(name).stream().map(Canonical::parse).toList();
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
        return all(name).stream().map(ParameterValue::requireObject).toList();
    }

    /** A complex value with the path that errors name: that of the parameter's own name. */
    @Nullable
    Element element(String name) {
        ObjectNode object = object(name);
        return object == null ? null : new Element(object, null, name, -1);
    }

    private @Nullable ParameterValue first(String name) {
        List<ParameterValue> list = values.get(known(name));
        return list == null ? null : list.get(0);
    }

    private List<ParameterValue> all(String name) {
        return values.getOrDefault(known(name), List.of());
    }

    private String known(String name) {
        if (table.find(name) == null) {
            throw new IllegalArgumentException(table.label() + " has no parameter " + name);
        }
        return name;
    }

    /** Collects values and refuses what the table does not allow. */
    private static final class Collector {

        private final ParameterTable table;
        private final boolean strict;
        private final Map<String, List<ParameterValue>> values = new LinkedHashMap<>();

        private Collector(ParameterTable table, boolean strict) {
            this.table = table;
            this.strict = strict;
        }

        private OperationParameters parameters() {
            return new OperationParameters(table, values);
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
            List<ParameterValue> list = values.computeIfAbsent(definition.name(), n -> new ArrayList<>());
            boolean alias = !list.isEmpty()
                    && !list.get(0).given().equals(value.given())
                    && list.get(0).sameValue(value);
            if (!definition.repeats() && !list.isEmpty() && !alias) {
                throw new TerminologyException(WireMessages.parameterRepeated(value.given()));
            }
            list.add(value);
        }
    }
}
