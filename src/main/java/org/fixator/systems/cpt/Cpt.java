package org.fixator.systems.cpt;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.coding.Property;
import org.jspecify.annotations.Nullable;

/** The rules of CPT over a table of its codes. */
public final class Cpt {

    public static final String URL = "http://www.ama-assn.org/go/cpt";

    /** The most concepts that one expansion may show, as agreed with the American Medical Association. */
    public static final int MAXIMUM_EXPANSION = 1_000;

    static final String MODIFIER = "modifier";
    static final String MODIFIED = "modified";
    static final String KIND = "kind";
    static final String TELEMEDICINE = "telemedicine";
    static final String ORTHOPOX = "orthopox";

    private static final PropertyFilter BASE_OR_EXPRESSION = new PropertyFilter(MODIFIER, "=", "false");

    /** The four value sets of the published page, by the ends of their urls. */
    private static final Map<String, List<PropertyFilter>> VALUE_SETS = Map.of(
            "cpt-all", List.of(),
            "cpt-base", List.of(BASE_OR_EXPRESSION, new PropertyFilter(MODIFIED, "=", "false")),
            "cpt-modifiers", List.of(new PropertyFilter(MODIFIER, "=", "true")),
            "cpt-usable", List.of(BASE_OR_EXPRESSION));

    /** The page and the published resources give them different urls. */
    private static final List<String> VALUE_SET_BASES =
            List.of("http://hl7.org/fhir/ValueSet/", "http://terminology.hl7.org/ValueSet/");

    private Cpt() {}

    /**
     * Puts the rules over a table.
     *
     * @param maximumExpansion the most concepts that one expansion may show; never more than {@link #MAXIMUM_EXPANSION}
     */
    public static UnaryOperator<CodeSystem> rules(int maximumExpansion) {
        int limit = Math.min(maximumExpansion, MAXIMUM_EXPANSION);
        return table -> new CptCodeSystem(table, limit);
    }

    static @Nullable List<PropertyFilter> valueSet(String url) {
        for (String base : VALUE_SET_BASES) {
            if (url.startsWith(base)) {
                return VALUE_SETS.get(url.substring(base.length()));
            }
        }
        return null;
    }

    static boolean isModifier(Concept concept) {
        return has(concept, MODIFIER, "true");
    }

    static boolean has(Concept concept, String property, String value) {
        for (Property candidate : concept.properties()) {
            if (candidate.code().equals(property) && candidate.value().equals(value)) {
                return true;
            }
        }
        return false;
    }
}
