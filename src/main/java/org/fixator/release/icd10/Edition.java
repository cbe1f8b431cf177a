package org.fixator.release.icd10;

import java.util.List;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.coding.PropertyType;
import org.fixator.release.SystemHeader;

/** The two classifications that share their layouts. */
enum Edition {
    CM("icd-10-cm", "http://hl7.org/fhir/sid/icd-10-cm", "ICD-10-CM", "ICD10CM", "classified-with"),
    PCS("icd-10-pcs", "http://www.cms.gov/Medicare/Coding/ICD10", "ICD-10-PCS", "ICD10PCS", "grouped-by");

    final String kind;
    final String system;
    final String title;
    final String name;
    final String hierarchyMeaning;

    Edition(String kind, String system, String title, String name, String hierarchyMeaning) {
        this.kind = kind;
        this.system = system;
        this.title = title;
        this.name = name;
        this.hierarchyMeaning = hierarchyMeaning;
    }

    Layout order() {
        return this == CM ? Layout.ORDER_CM : Layout.ORDER_PCS;
    }

    Layout codes() {
        return this == CM ? Layout.CODES_CM : Layout.CODES_PCS;
    }

    Layout addenda() {
        return this == CM ? Layout.ADDENDA_CM : Layout.ADDENDA_PCS;
    }

    boolean reads(Layout layout) {
        return layout == order()
                || layout == codes()
                || layout == addenda()
                || (this == CM && layout == Layout.TABULAR);
    }

    List<PropertyDefinition> properties() {
        return this == CM ? TabularNote.definitions() : ProcedureAxes.definitions();
    }

    static PropertyDefinition billable() {
        return SystemHeader.property(
                "billable", PropertyType.BOOLEAN, "Whether the code may be reported; the others are headings");
    }
}
