package org.fixator.wire;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All input parameters of one operation: what clients may send, under every name that they use. Immutable. */
public final class ParameterTable {

    private final String type;
    private final String operation;
    private final String bareResource;
    private final boolean inLines;
    private final List<ParameterDefinition> definitions;
    private final Map<String, ParameterDefinition> byName;

    private ParameterTable(
            String type,
            String operation,
            String bareResource,
            boolean inLines,
            List<ParameterDefinition> definitions) {
        this.type = type;
        this.operation = operation;
        this.bareResource = bareResource;
        this.inLines = inLines;
        this.definitions = List.copyOf(definitions);
        Map<String, ParameterDefinition> names = new HashMap<>();
        for (ParameterDefinition definition : definitions) {
            add(names, definition.name(), definition);
            definition.aliases().forEach(alias -> add(names, alias, definition));
        }
        this.byName = Map.copyOf(names);
    }

    /**
     * @param type resource type that the operation belongs to; empty for one of the system
     * @param operation name with its dollar sign
     */
    @SafeVarargs
    static ParameterTable of(String type, String operation, List<ParameterDefinition>... groups) {
        List<ParameterDefinition> all = new ArrayList<>();
        for (List<ParameterDefinition> group : groups) {
            all.addAll(group);
        }
        return new ParameterTable(type, operation, "", false, all);
    }

    /** The same, where a body may also be the resource that this parameter would hold. */
    ParameterTable bare(String parameter) {
        return new ParameterTable(type, operation, parameter, inLines, definitions);
    }

    /** The same, where a body may also be many calls, one in each line. */
    ParameterTable lines() {
        return new ParameterTable(type, operation, bareResource, true, definitions);
    }

    /** Whether a body may be many calls in newline-delimited JSON, answered line by line. */
    public boolean inLines() {
        return inLines;
    }

    /** The resource type that the operation belongs to; empty for one of the system. */
    public String type() {
        return type;
    }

    /** The operation's name with its dollar sign. */
    public String operation() {
        return operation;
    }

    /** Whether the operation can be called on one resource: its subject then need not be said. */
    public boolean hasInstanceLevel() {
        return !type.isEmpty() && !operation.equals("$batch-validate-code") && !operation.equals("$compare");
    }

    /** The operation as errors name it: {@code ValueSet/$expand}. */
    public String label() {
        return type.isEmpty() ? operation : type + "/" + operation;
    }

    /** All parameters, in the order of documentation. */
    public List<ParameterDefinition> definitions() {
        return definitions;
    }

    /** The parameter that a client means by a name; {@code null} where nobody knows it. */
    public @Nullable ParameterDefinition find(String name) {
        return byName.get(name);
    }

    /** The names under which clients may send something, for errors. */
    Collection<String> supported() {
        Collection<String> names = new TreeSet<>();
        for (ParameterDefinition definition : definitions) {
            if (definition.support() != ParameterDefinition.Support.REFUSED) {
                names.add(definition.name());
            }
        }
        return names;
    }

    /** The parameter for a body that is not Parameters but a resource of this type; {@code null} where none is. */
    @Nullable
    ParameterDefinition forBody(String resourceType) {
        ParameterDefinition definition = byName.get(bareResource);
        return definition != null && definition.resourceTypes().contains(resourceType) ? definition : null;
    }

    private static void add(Map<String, ParameterDefinition> names, String name, ParameterDefinition definition) {
        if (names.put(name, definition) != null) {
            throw new IllegalArgumentException("Two parameters with the name " + name);
        }
    }
}
