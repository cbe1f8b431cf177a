package org.fixator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.fixator.issue.TerminologyException;

/**
 * Reads a NamingSystem resource for the names that mean the same system. An identifier without a type, which FHIR demands
 * and HL7 Terminology leaves out here and there, is passed over: whether it is a name of the system cannot be told.
 *
 * @see <a href="https://hl7.org/fhir/R5/namingsystem.html">NamingSystem</a>
 */
public final class NamingSystemReader {

    private NamingSystemReader() {}

    /**
     * @throws TerminologyException (400) naming the element that is missing or has the wrong type
     */
    public static NamingSystemDefinition read(ObjectNode resource) {
        Element system = Resources.require(resource, "NamingSystem");
        return new NamingSystemDefinition(
                system.nonEmpty("url"),
                system.nonEmpty("name"),
                system.nonEmpty("status"),
                system.nonEmpty("kind"),
                system.list("uniqueId").stream()
                        .filter(id -> id.nonEmpty("type") != null)
                        .map(NamingSystemReader::uniqueId)
                        .toList());
    }

    private static NamingSystemDefinition.UniqueId uniqueId(Element id) {
        String type = id.required("type");
        return new NamingSystemDefinition.UniqueId(type, uri(type, id.required("value")), id.flag("preferred"));
    }

    private static String uri(String type, String value) {
        String prefix =
                switch (type) {
                    case "oid" -> "urn:oid:";
                    case "uuid" -> "urn:uuid:";
                    default -> "";
                };
        return value.startsWith(prefix) ? value : prefix + value;
    }
}
