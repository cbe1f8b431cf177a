package org.fixator.http;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fixator.http.Page.Row;
import org.fixator.http.Page.Table;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;

/** A value set's definition, one line for each include and exclude. */
final class ComposeTable {
    private ComposeTable() {}

    static Table of(ValueSet valueSet) {
        List<Row> rows = new ArrayList<>();
        valueSet.getCompose().getInclude().forEach(set -> rows.add(row("include", set)));
        valueSet.getCompose().getExclude().forEach(set -> rows.add(row("exclude", set)));
        return Table.whole("Definition", null, List.of("", "Code system", "What"), rows);
    }

    private static Row row(String what, ConceptSetComponent set) {
        String system = set.getSystem() + (set.hasVersion() ? "|" + set.getVersion() : "");
        List<String> parts = new ArrayList<>();
        if (set.hasConcept()) {
            parts.add(set.getConcept().size() + " codes, listed");
        }
        set.getFilter()
                .forEach(filter ->
                        parts.add(filter.getProperty() + " " + filter.getOp().toCode() + " " + filter.getValue()));
        if (set.hasValueSet()) {
            parts.add("in "
                    + set.getValueSet().stream().map(PrimitiveType::getValue).collect(Collectors.joining(" and ")));
        }
        return Row.of(what, set.hasSystem() ? system : "", parts.isEmpty() ? "all codes" : String.join("; ", parts));
    }
}
