package org.fixator.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.fixator.coding.Coding;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.jspecify.annotations.Nullable;

/** Writes the types of FHIR that answers are made of. */
final class FhirJson {

    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?");

    static final byte[] SYSTEM = "\"system\":".getBytes(StandardCharsets.UTF_8);
    static final byte[] VERSION = "\"version\":".getBytes(StandardCharsets.UTF_8);
    static final byte[] CODE = "\"code\":".getBytes(StandardCharsets.UTF_8);
    static final byte[] DISPLAY = "\"display\":".getBytes(StandardCharsets.UTF_8);

    private FhirJson() {}

    static void coding(JsonBytes json, Coding coding) {
        json.object();
        member(json, SYSTEM, coding.system());
        member(json, VERSION, coding.version());
        member(json, CODE, coding.code());
        member(json, DISPLAY, coding.display());
        json.endObject();
    }

    private static void member(JsonBytes json, byte[] name, @Nullable String text) {
        if (text != null) {
            json.start(name).value(text);
        }
    }

    static void codeableConcept(JsonBytes json, List<Coding> codings, @Nullable String text) {
        json.object();
        // FHIR's JSON knows no empty object, so a coding that states nothing is left out
        List<Coding> stated =
                codings.stream().filter(coding -> !coding.equals(Coding.NONE)).toList();
        if (!stated.isEmpty()) {
            json.name("coding").array();
            stated.forEach(coding -> coding(json, coding));
            json.endArray();
        }
        json.member("text", text).endObject();
    }

    /** Writes them as a member; nothing where there are none. */
    static void extensions(JsonBytes json, List<Extension> extensions) {
        if (!extensions.isEmpty()) {
            json.name("extension").array();
            extensions.forEach(extension -> json.raw(extension.json()));
            json.endArray();
        }
    }

    static void designation(JsonBytes json, Designation designation) {
        json.object();
        extensions(json, designation.extensions());
        json.member("language", designation.language());
        Coding use = designation.use();
        if (use != null) {
            json.name("use");
            coding(json, use);
        }
        json.member("value", designation.value()).endObject();
    }

    /** The member {@code value[x]} of a property. */
    static void value(JsonBytes json, Property property) {
        Coding coding = property.coding();
        if (coding != null) {
            json.name(property.type().element());
            coding(json, coding);
        } else {
            value(json, property.type().element(), property.value());
        }
    }

    /**
     * A member {@code value[x]} with a primitive value in its lexical form. A value that is none of its type (a source may
     * hold anything) is written as a string: the answer stays readable.
     */
    static void value(JsonBytes json, String element, String lexical) {
        switch (element) {
            case "valueBoolean" -> literal(json, element, lexical, lexical.equals("true") || lexical.equals("false"));
            case "valueInteger", "valuePositiveInt", "valueUnsignedInt" ->
                literal(json, element, lexical, isInteger(lexical));
            case "valueDecimal" ->
                literal(json, element, lexical, DECIMAL.matcher(lexical).matches());
            default -> json.member(element, lexical);
        }
    }

    /** Whether JSON has it as a whole number: {@code -?(0|[1-9][0-9]*)}. */
    private static boolean isInteger(String lexical) {
        int from = lexical.startsWith("-") ? 1 : 0;
        int digits = lexical.length() - from;
        boolean all = digits == 1 || (digits > 1 && lexical.charAt(from) != '0');
        for (int i = from; all && i < lexical.length(); i++) {
            all = lexical.charAt(i) >= '0' && lexical.charAt(i) <= '9';
        }
        return all;
    }

    private static void literal(JsonBytes json, String element, String lexical, boolean fits) {
        if (fits) {
            json.name(element).raw(lexical);
        } else {
            json.member("valueString", lexical);
        }
    }
}
