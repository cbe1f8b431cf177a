package org.fixator.http;

import java.util.ArrayList;
import java.util.List;
import org.fixator.http.Page.Row;
import org.fixator.http.Page.Table;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;

/** The mappings of a concept map, one line each. */
final class MapTable {
    private MapTable() {}

    static Table of(ConceptMap map, PageRange range) {
        List<Row> rows = new ArrayList<>();
        for (ConceptMapGroupComponent group : map.getGroup()) {
            for (SourceElementComponent element : group.getElement()) {
                element.getTarget().forEach(target -> rows.add(row(group, element, target)));
            }
        }
        int from = Math.min(range.offset(), rows.size());
        return range.table(
                "Mappings",
                null,
                List.of("From", "Relationship", "To", "Comment"),
                rows.subList(from, Math.min(rows.size(), from + PageRange.SIZE)),
                rows.size());
    }

    private static Row row(ConceptMapGroupComponent group, SourceElementComponent element, TargetElementComponent to) {
        return Row.of(
                element.getCode() + " (" + group.getSource() + ")",
                to.hasEquivalence() ? to.getEquivalence().toCode() : "",
                to.hasCode() ? to.getCode() + " (" + group.getTarget() + ")" : "",
                to.getComment());
    }
}
