package org.fixator.valueset;

import java.util.List;
import java.util.stream.Stream;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.coding.Canonical;
import org.jspecify.annotations.Nullable;

/** Definitions of value sets in few words. */
final class Define {

    private Define() {}

    static ValueSetDefinition valueSet(String canonical, Include... include) {
        return valueSet(canonical, List.of(include), List.of());
    }

    static ValueSetDefinition valueSet(String canonical, List<Include> include, List<Include> exclude) {
        return of(canonical, new Compose(include, exclude, null, null, List.of(), List.of()), null, List.of());
    }

    static ValueSetDefinition of(
            String canonical,
            @Nullable Compose compose,
            @Nullable StoredExpansion expansion,
            List<ExpansionParameter> parameters) {
        return of(canonical.startsWith("#") ? null : Canonical.parse(canonical), canonical, compose, expansion)
                .apply(parameters, List.of());
    }

    static ValueSetDefinition containing(ValueSetDefinition contained, String canonical, Include... include) {
        Compose compose = new Compose(List.of(include), List.of(), null, null, List.of(), List.of());
        return of(Canonical.parse(canonical), canonical, compose, null).apply(List.of(), List.of(contained));
    }

    static ValueSetDefinition supplemented(ValueSetDefinition valueSet, String supplement) {
        return new ValueSetDefinition(
                valueSet.canonical(),
                valueSet.id(),
                valueSet.name(),
                valueSet.title(),
                valueSet.status(),
                valueSet.experimental(),
                valueSet.standardsStatus(),
                valueSet.language(),
                valueSet.compose(),
                valueSet.expansion(),
                valueSet.contained(),
                List.of(Canonical.parse(supplement)),
                valueSet.expansionParameters(),
                valueSet.extensions(),
                valueSet.source());
    }

    static Include where(String system, String property, String value) {
        return include(Canonical.parse(system), null, List.of(new PropertyFilter(property, "=", value)), List.of());
    }

    private interface Rest {
        ValueSetDefinition apply(List<ExpansionParameter> parameters, List<ValueSetDefinition> contained);
    }

    private static Rest of(
            @Nullable Canonical canonical, String id, @Nullable Compose compose, @Nullable StoredExpansion expansion) {
        return (parameters, contained) -> new ValueSetDefinition(
                canonical,
                id.startsWith("#") ? id.substring(1) : null,
                null,
                null,
                "active",
                false,
                null,
                null,
                compose,
                expansion,
                contained,
                List.of(),
                parameters,
                List.of(),
                new DefinitionSource("{}"));
    }

    static Include whole(String system) {
        return include(Canonical.parse(system), null, List.of(), List.of());
    }

    static Include codes(String system, String... codes) {
        List<EnumeratedConcept> concepts = Stream.of(codes)
                .map(code -> new EnumeratedConcept(code, null, List.of(), List.of()))
                .toList();
        return include(Canonical.parse(system), concepts, List.of(), List.of());
    }

    static Include isA(String system, String code) {
        return include(Canonical.parse(system), null, List.of(new PropertyFilter("concept", "is-a", code)), List.of());
    }

    static Include imports(String... valueSets) {
        return include(null, null, List.of(), valueSets(valueSets));
    }

    static Include cut(Include include, String... valueSets) {
        return new Include(
                include.system(),
                include.version(),
                include.concepts(),
                include.filters(),
                valueSets(valueSets),
                null,
                List.of());
    }

    static ExpandedConcept entry(String system, String code, ExpandedConcept... below) {
        return new ExpandedConcept(
                system, null, code, "Stored " + code, false, false, List.of(), List.of(), List.of(), List.of(below));
    }

    private static List<Canonical> valueSets(String... valueSets) {
        return Stream.of(valueSets).map(Canonical::parse).toList();
    }

    private static Include include(
            @Nullable Canonical system,
            @Nullable List<EnumeratedConcept> concepts,
            List<PropertyFilter> filters,
            List<Canonical> valueSets) {
        return new Include(
                system == null ? null : system.url(),
                system == null ? null : system.version(),
                concepts,
                filters,
                valueSets,
                null,
                List.of());
    }
}
