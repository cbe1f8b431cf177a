package org.fixator.wire;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fixator.wire.Capabilities.Software;
import org.fixator.wire.ParameterDefinition.Support;
import org.jspecify.annotations.Nullable;

/**
 * OperationDefinitions, made of the same tables by which requests are read: what they list is what the server takes.
 *
 * @see <a href="https://hl7.org/fhir/R4/operationdefinition.html">OperationDefinition</a>
 */
public final class OperationDefinitionCodec {

    /** Parameters that cannot stand in a URL. */
    private static final Set<ParameterKind> BODY_ONLY =
            Set.of(ParameterKind.CODING, ParameterKind.CODEABLE_CONCEPT, ParameterKind.RESOURCE, ParameterKind.PARTS);

    private static final Set<String> CHANGING =
            Set.of("$cache-control", "$closure", "$import-release", "$activate", "$retire", "$remove");

    private OperationDefinitionCodec() {}

    /** The id of an operation's definition: {@code ValueSet-expand}, {@code versions}. */
    public static String id(ParameterTable table) {
        String name = table.operation().substring(1);
        return table.type().isEmpty() ? name : table.type() + "-" + name;
    }

    /** Where the definition of an operation is read. */
    public static String url(ParameterTable table, String base) {
        return base + "/OperationDefinition/" + id(table);
    }

    /** The definition of an operation as the endpoint {@code served} speaks it, as JSON. */
    public static byte[] write(ParameterTable table, Capabilities served) {
        Software software = served.software();
        boolean r5 = served.version().isR5();
        String standard = MetadataCodec.standardDefinition(table);
        JsonBytes json = new JsonBytes(4096);
        json.object()
                .member("resourceType", "OperationDefinition")
                .member("id", id(table))
                .member("url", url(table, served.base()))
                .member("version", software.version())
                .member("name", name(table))
                .member("title", table.label() + " of " + software.name())
                .member("status", "active")
                .member("kind", "operation")
                .member("experimental", false)
                .member("date", served.date())
                .member("publisher", software.name())
                .member("description", description(table, standard))
                .member("affectsState", CHANGING.contains(table.operation()))
                .member("code", table.operation().substring(1))
                .member("base", standard);
        if (!table.type().isEmpty()) {
            json.name("resource").array().value(table.type()).endArray();
        }
        json.member("system", table.type().isEmpty())
                .member("type", !table.type().isEmpty())
                .member("instance", table.hasInstanceLevel())
                .name("parameter")
                .array();
        for (ParameterDefinition definition : table.definitions()) {
            if (definition.support() != Support.REFUSED) {
                input(json, table, definition, r5);
            }
        }
        for (OperationOutput output : OperationOutput.of(table)) {
            output(json, "out", output, OperationOutput.parts(table, output.name(), r5));
        }
        return json.endArray().endObject().bytes();
    }

    /** Whether a parameter may stand in a URL. */
    public static boolean isForUrl(ParameterDefinition definition) {
        return !BODY_ONLY.contains(definition.kind());
    }

    private static void input(JsonBytes json, ParameterTable table, ParameterDefinition definition, boolean r5) {
        json.object()
                .member("name", definition.name())
                .member("use", "in")
                .member("min", 0)
                .member("max", definition.repeats() ? "*" : "1")
                .member("documentation", documentation(definition));
        type(json, definition);
        List<OperationOutput> parts = OperationOutput.parts(table, definition.name(), r5);
        if (!parts.isEmpty()) {
            json.name("part").array();
            parts.forEach(part -> output(json, "in", part, List.of()));
            json.endArray();
        }
        json.endObject();
    }

    private static void type(JsonBytes json, ParameterDefinition definition) {
        String type = definition.resourceTypes().size() == 1
                ? definition.resourceTypes().get(0)
                : definition.kind().fhirType();
        json.member("type", type);
    }

    private static String documentation(ParameterDefinition definition) {
        StringBuilder text = new StringBuilder(definition.documentation());
        if (!definition.aliases().isEmpty()) {
            text.append(" Also read as ")
                    .append(String.join(", ", definition.aliases()))
                    .append('.');
        }
        if (definition.support() == Support.WITHOUT_EFFECT) {
            text.append(" Accepted without effect.");
        }
        return text.toString();
    }

    private static void output(JsonBytes json, String use, OperationOutput output, List<OperationOutput> parts) {
        json.object()
                .member("name", output.name())
                .member("use", use)
                .member("min", output.required() ? 1 : 0)
                .member("max", output.repeats() ? "*" : "1")
                .member("documentation", output.documentation());
        if (parts.isEmpty()) {
            json.member("type", output.type().isEmpty() ? "Element" : output.type());
        } else {
            json.name("part").array();
            parts.forEach(part -> output(json, use, part, List.of()));
            json.endArray();
        }
        json.endObject();
    }

    private static String description(ParameterTable table, @Nullable String standard) {
        List<String> refused = table.definitions().stream()
                .filter(definition -> definition.support() == Support.REFUSED)
                .map(ParameterDefinition::name)
                .toList();
        String what = standard == null
                ? "The operation " + table.label() + " of this server."
                : "FHIR's operation " + table.label() + " as this server takes it.";
        return refused.isEmpty()
                ? what
                : what + " A request that gives " + String.join(" or ", refused)
                        + " is refused, because an answer that ignored it could be wrong.";
    }

    /** A name that begins with a capital and has no signs: {@code ValueSetBatchValidateCode}. */
    private static String name(ParameterTable table) {
        StringBuilder name = new StringBuilder(table.type());
        for (String word : table.operation().substring(1).split("-", -1)) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return name.toString();
    }
}
