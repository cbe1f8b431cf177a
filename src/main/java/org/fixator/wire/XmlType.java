package org.fixator.wire;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a resource or a type of FHIR consists of, in the order that XML demands, as far as answers have it. R4 and R5 in
 * one: each has some elements that the other does not know.
 *
 * @see <a href="http://hl7.org/fhir/R4/xml.html">XML representation</a>
 */
final class XmlType {

    /** Stands for any resource. */
    static final XmlType RESOURCE = new XmlType();

    /** Its url is an attribute. */
    static final XmlType EXTENSION = new XmlType();

    private static final String VALUE = " valueCoding:Coding valueCodeableConcept:CodeableConcept"
            + " valueQuantity:Quantity valuePeriod:Period value* ";

    /** An element, and after a colon its type where that is not primitive; a star stands for the rest of a name. */
    private static final Map<String, String> RESOURCES = Map.of(
            "Parameters", "id parameter:Parameter",
            "OperationOutcome", "id issue:Issue",
            "ValueSet",
                    "id implicitRules language extension:Extension modifierExtension:Extension url identifier:Identifier"
                            + " version versionAlgorithmString versionAlgorithmCoding:Coding name title status"
                            + " experimental date publisher contact:ContactDetail description useContext:UsageContext"
                            + " jurisdiction:CodeableConcept immutable purpose copyright copyrightLabel approvalDate"
                            + " lastReviewDate effectivePeriod:Period topic:CodeableConcept author:ContactDetail"
                            + " editor:ContactDetail reviewer:ContactDetail endorser:ContactDetail compose:Compose"
                            + " expansion:Expansion");

    private static final Map<String, String> TYPES = Map.ofEntries(
            entry("Parameter", "name" + VALUE + "resource:Resource part:Parameter"),
            entry("Issue", "severity code details:CodeableConcept diagnostics location expression"),
            entry("Coding", "system version code display userSelected"),
            entry("CodeableConcept", "coding:Coding text"),
            entry("Quantity", "value comparator unit system code"),
            entry("Period", "start end"),
            entry("Identifier", "use type:CodeableConcept system value period:Period"),
            entry("ContactDetail", "name telecom:ContactPoint"),
            entry("ContactPoint", "system value use rank period:Period"),
            entry("UsageContext", "code:Coding" + VALUE),
            entry("Compose", "lockedDate inactive include:Include exclude:Include property"),
            entry("Include", "system version concept:Concept filter:Filter valueSet copyright"),
            entry("Concept", "code display designation:Designation"),
            entry("Filter", "property op value"),
            entry("Designation", "language use:Coding additionalUse:Coding value"),
            entry(
                    "Expansion",
                    "identifier next timestamp total offset parameter:ExpansionParameter"
                            + " property:ExpansionProperty contains:Contains"),
            entry("ExpansionParameter", "name" + VALUE),
            entry("ExpansionProperty", "code uri"),
            entry(
                    "Contains",
                    "system abstract inactive version code display designation:Designation property:Property"
                            + " contains:Contains"),
            entry("Property", "code" + VALUE + "subProperty:SubProperty"),
            entry("SubProperty", "code" + VALUE));

    private static final Map<String, XmlType> READ = read();

    private XmlElement[] elements = {};

    private XmlType() {}

    /** The resource of a name; {@code null} where its XML is not known here. */
    static @Nullable XmlType resource(String name) {
        return RESOURCES.containsKey(name) ? READ.get(name) : null;
    }

    private static Map<String, XmlType> read() {
        Map<String, XmlType> read = new HashMap<>();
        read.put("Resource", RESOURCE);
        read.put("Extension", EXTENSION);
        RESOURCES.keySet().forEach(name -> read.put(name, new XmlType()));
        TYPES.keySet().forEach(name -> read.put(name, new XmlType()));
        RESOURCES.forEach((name, elements) -> of(read, name).elements = elements(elements, read));
        String first = "extension:Extension modifierExtension:Extension ";
        TYPES.forEach((name, elements) -> of(read, name).elements = elements(first + elements, read));
        EXTENSION.elements = elements("extension:Extension" + VALUE, read);
        return read;
    }

    private static XmlType of(Map<String, XmlType> read, String name) {
        XmlType type = read.get(name);
        if (type == null) {
            throw new IllegalStateException("No type " + name);
        }
        return type;
    }

    private static XmlElement[] elements(String definition, Map<String, XmlType> read) {
        return Arrays.stream(definition.strip().split("\\s+"))
                .map(words -> element(words, read))
                .toArray(XmlElement[]::new);
    }

    private static XmlElement element(String words, Map<String, XmlType> read) {
        int colon = words.indexOf(':');
        String name = colon < 0 ? words : words.substring(0, colon);
        boolean begins = name.endsWith("*");
        String beginning = begins ? name.substring(0, name.length() - 1) : name;
        return new XmlElement(beginning, begins, colon < 0 ? null : of(read, words.substring(colon + 1)));
    }

    XmlElement element(int index) {
        return elements[index];
    }

    /**
     * The index of the element that a member of a JSON object is.
     *
     * @param at the place of the quote before the member's name
     * @param first the index from which it is looked for
     * @return −1 where it is not among them
     */
    int find(byte[] json, int at, int first) {
        long eight = EightBytes.padded(json, at);
        for (int i = first; i < elements.length; i++) {
            if (elements[i].is(json, at, eight)) {
                return i;
            }
        }
        return -1;
    }
}
