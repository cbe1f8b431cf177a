package org.fixator.catalog;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.coding.Canonical;
import org.fixator.valueset.Compose;
import org.fixator.valueset.DefinitionSource;
import org.fixator.valueset.Include;
import org.fixator.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Value sets that no resource defines: all codes of a system, under the url that the system itself gives
 * ({@code CodeSystem.valueSet}) or under {@code [system]?fhir_vs}, and what its own rules define under other urls
 * ({@link CodeSystem#impliedFilters}). Safe for use by many threads.
 *
 * @see <a href="https://hl7.org/fhir/R4/codesystem-definitions.html#CodeSystem.valueSet">CodeSystem.valueSet</a>
 */
final class ImplicitValueSets {

    private static final String ALL_CODES = "?fhir_vs";

    /** How many value sets by the rules of a system are kept; when there are more, all are forgotten. */
    private static final int MOST_IMPLIED = 1_000;

    private final Shelf<CodeSystem> systems;
    private final Map<String, ValueSetDefinition> declared = new HashMap<>();
    private final Map<String, ValueSetDefinition> implied = new ConcurrentHashMap<>();

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
        if (known != null) {
            return known;
        }
        if (url.endsWith(ALL_CODES)) {
            String system = url.substring(0, url.length() - ALL_CODES.length());
            return systems.line(system) == null ? null : allCodes(url, system);
        }
        return implied(url);
    }

    /** What a system's own rules say; found once, since a definition is compared by identity. */
    private @Nullable ValueSetDefinition implied(String url) {
        ValueSetDefinition known = implied.get(url);
        if (known != null) {
            return known;
        }
        for (VersionLine<CodeSystem> line : systems.lines()) {
            CodeSystem system = line.latest();
            List<PropertyFilter> filters = system.impliedFilters(url);
            if (filters != null) {
                if (implied.size() >= MOST_IMPLIED) {
                    implied.clear();
                }
                return implied.computeIfAbsent(
                        url, key -> filtered(key, system.description().url(), filters));
            }
        }
        return null;
    }

    private static ValueSetDefinition allCodes(String url, String system) {
        return filtered(url, system, List.of());
    }

    private static ValueSetDefinition filtered(String url, String system, List<PropertyFilter> filters) {
        ObjectNode source = JsonNodeFactory.instance.objectNode();
        source.put("resourceType", "ValueSet").put("url", url).put("status", "active");
        ObjectNode from = source.putObject("compose").putArray("include").addObject();
        from.put("system", system);
        for (PropertyFilter filter : filters) {
            from.withArray("filter")
                    .addObject()
                    .put("property", filter.property())
                    .put("op", filter.operator())
                    .put("value", filter.value());
        }
        Include include = new Include(system, null, null, filters, List.of(), null, List.of());
        Compose compose = new Compose(List.of(include), List.of(), null, null, List.of(), List.of());
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
                new DefinitionSource(source.toString()));
    }
}
