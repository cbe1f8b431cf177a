package org.fixator.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.VersionRules;
import org.fixator.coding.Canonical;
import org.fixator.coding.FhirVersion;
import org.fixator.conceptmap.CompiledConceptMap;
import org.fixator.issue.TerminologyException;
import org.fixator.valueset.CompiledValueSet;
import org.fixator.valueset.CompiledValueSets;
import org.fixator.valueset.Membership;
import org.fixator.valueset.ValueSetCompiler;
import org.fixator.valueset.ValueSetDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Which stored resources have to do with a code: the answer to the search parameters {@code code}, {@code source-code} and
 * {@code target-code}, asked of the compiled resources, so that the database needs no row for each concept. A value set
 * is found by its members, also by those that a filter selects.
 */
public final class CodeIndex {

    private final Catalog catalog;

    public CodeIndex(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Ids of the code systems that define a code.
     *
     * @param system the code system; {@code null} for any
     */
    public List<String> codeSystems(@Nullable String system, String code) {
        List<String> ids = new ArrayList<>();
        catalog.current().resources().forEach((key, content) -> {
            if (content instanceof Content.Codes codes
                    && matches(system, codes.canonical().url())
                    && codes.system().find(code) != null) {
                ids.add(key.id());
            }
        });
        return ids;
    }

    /** Ids of the value sets that a code is in; one that cannot be compiled has no members. */
    public List<String> valueSets(@Nullable String system, String code) {
        Snapshot view = catalog.current(FhirVersion.R4);
        CompiledValueSets compiler = view.keep(new ValueSetCompiler(
                view.codeSystems(), view.valueSets(), new TimeBudget(EngineSettings.TIME_LIMIT, Integer.MAX_VALUE)));
        List<String> ids = new ArrayList<>();
        for (Map.Entry<ResourceKey, Content> stored : view.resources().entrySet()) {
            if (stored.getValue() instanceof Content.Values values
                    && hasMember(compiler, values.valueSet(), system, code)) {
                ids.add(stored.getKey().id());
            }
        }
        return ids;
    }

    private static boolean hasMember(
            CompiledValueSets compiler, ValueSetDefinition valueSet, @Nullable String system, String code) {
        CompiledValueSet compiled;
        try {
            compiled = compiler.compile(valueSet, VersionRules.NONE, List.of());
        } catch (TerminologyException e) {
            return false;
        }
        for (Membership membership : compiled.memberships()) {
            CodeSystem from = membership.system();
            Concept concept = matches(system, from.description().url()) ? from.find(code) : null;
            if (concept != null && membership.members().contains(concept)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Ids of the concept maps with a code on one side.
     *
     * @param target whether it is the side that is mapped to
     */
    public List<String> conceptMaps(@Nullable String system, String code, boolean target) {
        List<String> ids = new ArrayList<>();
        catalog.current().resources().forEach((key, content) -> {
            if (content instanceof Content.Mappings mappings && maps(mappings.map(), system, code, target)) {
                ids.add(key.id());
            }
        });
        return ids;
    }

    private static boolean maps(CompiledConceptMap map, @Nullable String system, String code, boolean target) {
        return (target ? map.to(code) : map.from(code)).stream().anyMatch(mapping -> {
            Canonical side = target ? mapping.group().target() : mapping.group().source();
            return system == null || (side != null && matches(system, side.url()));
        });
    }

    private static boolean matches(@Nullable String wanted, String url) {
        return wanted == null || wanted.equals(url);
    }
}
