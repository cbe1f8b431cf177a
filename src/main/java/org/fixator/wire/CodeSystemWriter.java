package org.fixator.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.FilterDefinition;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.coding.Canonical;
import org.fixator.coding.Designation;
import org.fixator.coding.Property;

/**
 * Writes a code system as a CodeSystem resource, R4 JSON, while it goes over its concepts: of any size in little memory.
 * What {@link CodeSystemReader} makes of it answers as the original does. Children stand in their parents where every
 * concept has one parent at most, else parents are properties.
 */
public final class CodeSystemWriter {

    /** Two levels of JSON for each; a reader has a limit. */
    private static final int DEEPEST = 100;

    private static final String PARENT = "parent";
    private static final String PARENT_URI = "http://hl7.org/fhir/concept-properties#parent";

    private final JsonBytes json = JsonBytes.inPieces();
    private final TableCodeSystem system;
    private final OutputStream out;

    private CodeSystemWriter(TableCodeSystem system, OutputStream out) {
        this.system = system;
        this.out = out;
    }

    /**
     * @param id of the resource
     * @throws IOException where the stream does
     */
    public static void write(TableCodeSystem system, String id, OutputStream out) throws IOException {
        new CodeSystemWriter(system, out).write(id);
    }

    private void write(String id) throws IOException {
        boolean nested = isNested();
        json.object().member("resourceType", "CodeSystem").member("id", id);
        header(system.description());
        filters(system.description().filters());
        properties(system.description().properties(), !nested);
        json.name("concept").array();
        for (Iterator<Concept> concepts = system.all().iterator(0); concepts.hasNext(); ) {
            Concept concept = concepts.next();
            if (!nested || concept.parents().isEmpty()) {
                concept(concept, nested);
            }
        }
        send(json.endArray().endObject().pieces());
    }

    private void send(List<byte[]> pieces) throws IOException {
        for (byte[] piece : pieces) {
            out.write(piece);
        }
    }

    private void header(CodeSystemDescription description) {
        FhirJson.extensions(json, description.extensions());
        json.member("url", description.url())
                .member("version", description.version())
                .member("name", description.name())
                .member("title", description.title())
                .member("status", description.status() == null ? "active" : description.status());
        if (description.experimental()) {
            json.member("experimental", true);
        }
        json.member("copyright", description.copyright())
                .member("caseSensitive", description.caseSensitive())
                .member("valueSet", description.valueSet())
                .member("hierarchyMeaning", description.hierarchyMeaning())
                .member("compositional", description.compositional())
                .member("versionNeeded", description.versionNeeded())
                .member("content", description.content().code());
        Canonical supplements = description.supplements();
        json.member("supplements", supplements == null ? null : supplements.toString())
                .member("language", description.language())
                .member("count", system.size());
    }

    private void filters(List<FilterDefinition> filters) {
        if (filters.isEmpty()) {
            return;
        }
        json.name("filter").array();
        for (FilterDefinition filter : filters) {
            json.object().member("code", filter.code()).name("operator").array();
            filter.operators().forEach(json::value);
            json.endArray().member("value", "a value").endObject();
        }
        json.endArray();
    }

    private void properties(List<PropertyDefinition> properties, boolean withParent) {
        boolean undeclared = withParent
                && properties.stream().noneMatch(property -> property.code().equals(PARENT));
        if (properties.isEmpty() && !undeclared) {
            return;
        }
        json.name("property").array();
        for (PropertyDefinition property : properties) {
            json.object()
                    .member("code", property.code())
                    .member("uri", property.uri())
                    .member("description", property.description())
                    .member("type", property.type().code())
                    .endObject();
        }
        if (undeclared) {
            json.object()
                    .member("code", PARENT)
                    .member("uri", PARENT_URI)
                    .member("type", "code")
                    .endObject();
        }
        json.endArray();
    }

    private void concept(Concept concept, boolean nested) throws IOException {
        send(json.taken());
        json.object();
        FhirJson.extensions(json, concept.extensions());
        json.member("code", concept.code())
                .member("display", concept.display())
                .member("definition", concept.definition());
        designations(concept.designations());
        properties(concept, nested ? List.of() : concept.parents());
        List<Concept> children = nested ? concept.children() : List.of();
        if (!children.isEmpty()) {
            json.name("concept").array();
            for (Concept child : children) {
                concept(child, true);
            }
            json.endArray();
        }
        json.endObject();
    }

    private void designations(List<Designation> designations) {
        if (!designations.isEmpty()) {
            json.name("designation").array();
            designations.forEach(designation -> FhirJson.designation(json, designation));
            json.endArray();
        }
    }

    private void properties(Concept concept, List<Concept> parents) {
        List<Property> properties = concept.properties();
        if (properties.isEmpty() && parents.isEmpty()) {
            return;
        }
        json.name("property").array();
        for (Concept parent : parents) {
            json.object()
                    .member("code", PARENT)
                    .member("valueCode", parent.code())
                    .endObject();
        }
        for (Property property : properties) {
            json.object().member("code", property.code());
            FhirJson.value(json, property);
            json.member("description", property.description()).endObject();
        }
        json.endArray();
    }

    private boolean isNested() {
        for (Iterator<Concept> concepts = system.all().iterator(0); concepts.hasNext(); ) {
            Concept concept = concepts.next();
            List<Concept> parents = concept.parents();
            if (parents.size() > 1 || (parents.size() == 1 && isDeep(parents.get(0)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDeep(Concept concept) {
        Concept at = concept;
        for (int depth = 0; depth < DEEPEST; depth++) {
            List<Concept> parents = at.parents();
            if (parents.isEmpty()) {
                return false;
            }
            at = parents.get(0);
        }
        return true;
    }
}
