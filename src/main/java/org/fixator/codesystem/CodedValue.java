package org.fixator.codesystem;

import java.util.List;
import org.fixator.coding.Coding;
import org.jspecify.annotations.Nullable;

/**
 * The value that a validation is asked about, in the form in which the client gave it: the form decides how issues name
 * the elements concerned.
 *
 * @param form which input was used
 * @param codings exactly one for {@link Form#CODE} and {@link Form#CODING}; any number for a CodeableConcept
 * @param text {@code CodeableConcept.text}
 */
public record CodedValue(Form form, List<Coding> codings, @Nullable String text) {

    /** The inputs of {@code $validate-code}. */
    public enum Form {
        CODE,
        CODING,
        CODEABLE_CONCEPT
    }

    public CodedValue {
        codings = List.copyOf(codings);
        if (form != Form.CODEABLE_CONCEPT && codings.size() != 1) {
            throw new IllegalArgumentException("Exactly one coding belongs to " + form);
        }
    }

    /** FHIRPath of the coding number {@code index} as a whole; of a bare code, that of the code. */
    public String conceptPath(int index) {
        return form == Form.CODE ? "code" : path(index, "");
    }

    /** FHIRPath of an element of the coding number {@code index}, for issues: {@code Coding.code}, {@code code}. */
    public String path(int index, String element) {
        return switch (form) {
            case CODE -> element;
            case CODING -> element.isEmpty() ? "Coding" : "Coding." + element;
            case CODEABLE_CONCEPT ->
                element.isEmpty()
                        ? "CodeableConcept.coding[" + index + "]"
                        : "CodeableConcept.coding[" + index + "]." + element;
        };
    }
}
