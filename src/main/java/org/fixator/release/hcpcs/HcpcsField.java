package org.fixator.release.hcpcs;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.coding.PropertyType;
import org.fixator.release.SystemHeader;

/**
 * The fields of a first record that become properties. Columns are those of CMS's contractor record layout, counted from 1.
 */
enum HcpcsField {
    PRICING("pricing", 120, 2, 4, PropertyType.CODE, "How Medicare Part B prices it"),
    MULTIPLE_PRICING("multiple-pricing", 128, 1, 1, PropertyType.CODE, "Whether several ways of pricing apply"),
    COVERAGE_ISSUES_MANUAL(
            "coverage-issues-manual", 129, 6, 3, PropertyType.STRING, "Section of the Coverage Issues Manual"),
    CARRIERS_MANUAL("carriers-manual", 147, 8, 3, PropertyType.STRING, "Section of the Medicare Carriers Manual"),
    STATUTE("statute", 171, 10, 1, PropertyType.STRING, "Section of the statute that excludes it or sets its payment"),
    LAB_CERTIFICATION(
            "lab-certification", 181, 3, 8, PropertyType.CODE, "Certification that a laboratory needs for it"),
    CROSS_REFERENCE("cross-reference", 205, 5, 5, PropertyType.CODE, "Code to use instead or to compare with"),
    COVERAGE("coverage", 230, 1, 1, PropertyType.CODE, "Whether Medicare covers it"),
    ASC_GROUP("asc-group", 231, 2, 1, PropertyType.CODE, "Payment group in ambulatory surgical centers"),
    ASC_EFFECTIVE("asc-effective", 233, 8, 1, PropertyType.DATE_TIME, "When the payment group took effect"),
    OUTPATIENT_GROUP("outpatient-group", 241, 3, 1, PropertyType.CODE, "Medicare outpatient group"),
    PROCESSING_NOTE("processing-note", 253, 4, 1, PropertyType.CODE, "Number of a processing note"),
    BETOS("betos", 257, 3, 1, PropertyType.CODE, "Berenson-Eggers type of service"),
    TYPE_OF_SERVICE("type-of-service", 261, 1, 5, PropertyType.CODE, "Type of service on claims"),
    ANESTHESIA_UNITS("anesthesia-units", 266, 3, 1, PropertyType.INTEGER, "Base units of anesthesia"),
    ADDED("added", 269, 8, 1, PropertyType.DATE_TIME, "When the code was added"),
    EFFECTIVE("effective", 277, 8, 1, PropertyType.DATE_TIME, "When the last action took effect"),
    TERMINATED("terminated", 285, 8, 1, PropertyType.DATE_TIME, "Last day on which the code may be used"),
    ACTION("action", 293, 1, 1, PropertyType.CODE, "What this release did to the code");

    final String code;
    /** First column, from 0. */
    final int column;

    final int width;
    final int times;
    final PropertyType type;
    private final String description;

    HcpcsField(String code, int column, int width, int times, PropertyType type, String description) {
        this.code = code;
        this.column = column - 1;
        this.width = width;
        this.times = times;
        this.type = type;
        this.description = description;
    }

    static List<PropertyDefinition> definitions() {
        List<PropertyDefinition> definitions = new ArrayList<>();
        definitions.add(SystemHeader.property(
                "modifier", PropertyType.BOOLEAN, "Whether it is a modifier of two characters and no code of its own"));
        definitions.add(SystemHeader.wellKnown(
                "inactive", PropertyType.BOOLEAN, "Whether it was terminated when the release came into force"));
        for (HcpcsField field : values()) {
            definitions.add(SystemHeader.property(field.code, field.type, field.description));
        }
        return definitions;
    }
}
