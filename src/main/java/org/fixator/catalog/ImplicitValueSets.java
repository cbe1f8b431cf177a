package org.fixator.catalog;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fixator.codesystem.CodeSystem;
import org.fixator.coding.Canonical;
import org.fixator.valueset.Compose;
import org.fixator.valueset.Include;
import org.fixator.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Value sets that no resource defines: all codes of a system, under the url that the system itself gives
 * ({@code CodeSystem.valueSet}) or under {@code [system]?fhir_vs}. Immutable.
 *
 * @see <a href="https://hl7.org/fhir/R4/codesystem-definitions.html#CodeSystem.valueSet">CodeSystem.valueSet</a>
 */
final class ImplicitValueSets {

    private static final String ALL_CODES = "?fhir_vs";

    private final Shelf<CodeSystem> systems;
    private final Map<String, ValueSetDefinition> declared = new HashMap<>();

    private ImplicitValueSets(Shelf<CodeSystem> systems) {
        this.systems = systems;
    }

    static ImplicitValueSets of(Shelf<CodeSystem> systems) {
        ImplicitValueSets implicit = new ImplicitValueSets(systems);
        for (VersionLine<CodeSystem> line : systems.sortedLines()) {
            CodeSystem system = line.latest();
            String valueSet = system.description().valueSet();
            if (valueSet != null) {
                String url = Canonical.parse(valueSet).url();
                implicit.declared.putIfAbsent(
                        url, allCodes(url, system.description().url()));
            }
        }
        return implicit;
    }

    /**
     * @return {@code null} where the url is not one of an implicit value set
     */
    @Nullable
    ValueSetDefinition find(String url) {
        ValueSetDefinition known = declared.get(url);
        if (known != null || !url.endsWith(ALL_CODES)) {
            return known;
        }
        String system = url.substring(0, url.length() - ALL_CODES.length());
        return systems.line(system) == null ? null : allCodes(url, system);
    }

    private static ValueSetDefinition allCodes(String url, String system) {
        ObjectNode source = JsonNodeFactory.instance.objectNode();
        source.put("resourceType", "ValueSet").put("url", url).put("status", "active");
        source.putObject("compose").putArray("include").addObject().put("system", system);
        Include whole = new Include(system, null, null, List.of(), List.of(), null, List.of());
        Compose compose = new Compose(List.of(whole), List.of(), null, null, List.of(), List.of());
        return new ValueSetDefinition(
                new Canonical(url, null),
                null,
                null,
                null,
                "active",
                false,
                null,
                null,
                compose,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                source.toString());
    }
}
