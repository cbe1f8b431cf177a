package org.fixator.release.icd10;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.CodeSystemBuilder;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.fixator.release.SystemHeader;

/**
 * The seven characters of an ICD-10-PCS code as properties, named as in the medical and surgical section. What a value means
 * depends on the table, which is the parent of the code.
 */
final class ProcedureAxes {

    private static final String[] NAMES = {
        "section", "body-system", "operation", "body-part", "approach", "device", "qualifier"
    };
    private static final int VALUES = 128;

    private final CodeSystemBuilder builder;
    /** Number of each value of each axis plus one; 0 where it has not come yet. */
    private final int[][] numbers = new int[NAMES.length][VALUES];

    ProcedureAxes(CodeSystemBuilder builder) {
        this.builder = builder;
    }

    void add(byte[] code, int length) {
        for (int axis = 0; axis < length; axis++) {
            byte value = code[axis];
            if (numbers[axis][value] == 0) {
                Property property = Property.of(NAMES[axis], PropertyType.CODE, Character.toString((char) value));
                numbers[axis][value] = builder.propertyValue(property) + 1;
            }
            builder.property(numbers[axis][value] - 1);
        }
    }

    static List<PropertyDefinition> definitions() {
        List<PropertyDefinition> definitions = new ArrayList<>();
        definitions.add(Edition.billable());
        definitions.add(SystemHeader.wellKnown(
                "notSelectable", PropertyType.BOOLEAN, "Whether it is a table, which groups codes and is none itself"));
        for (int axis = 0; axis < NAMES.length; axis++) {
            definitions.add(
                    SystemHeader.property(NAMES[axis], PropertyType.CODE, "Character " + (axis + 1) + " of the code"));
        }
        return definitions;
    }
}
