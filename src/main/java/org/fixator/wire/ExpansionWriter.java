package org.fixator.wire;

import java.util.List;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.fixator.valueset.ExpandResult;
import org.fixator.valueset.ExpandedConcept;
import org.fixator.valueset.ExpansionEntry;
import org.fixator.valueset.PlainEntry;

/**
 * Writes {@code ValueSet.expansion}. R4 has no properties in it: there they are extensions.
 */
final class ExpansionWriter {

    private final JsonBytes json;
    private final boolean r5;

    ExpansionWriter(JsonBytes json, boolean r5) {
        this.json = json;
        this.r5 = r5;
    }

    void write(ExpandResult result, String identifier, String timestamp) {
        json.object();
        extensions(result.extensions(), result.properties());
        json.member("identifier", identifier).member("timestamp", timestamp);
        if (result.total() != null) {
            json.member("total", result.total().intValue());
        }
        if (result.offset() != null) {
            json.member("offset", result.offset().intValue());
        }
        if (!result.parameters().isEmpty()) {
            json.name("parameter").array();
            result.parameters().forEach(parameter -> {
                json.object().member("name", parameter.name());
                FhirJson.value(json, parameter.type(), parameter.value());
                json.endObject();
            });
            json.endArray();
        }
        if (r5 && !result.properties().isEmpty()) {
            json.name("property").array();
            result.properties().forEach(property -> json.object()
                    .member("code", property.code())
                    .member("uri", property.uri())
                    .endObject());
            json.endArray();
        }
        entries(result.entries());
        json.endObject();
    }

    private void entries(List<? extends ExpansionEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        json.name("contains").array();
        PlainEntryWriter plain = new PlainEntryWriter(json);
        for (ExpansionEntry entry : entries) {
            if (entry instanceof PlainEntry bare) {
                plain.write(bare);
            } else {
                concept(entry.whole());
            }
        }
        json.endArray();
    }

    private void extensions(List<Extension> extensions, List<PropertyDefinition> properties) {
        if (r5 || properties.isEmpty()) {
            FhirJson.extensions(json, extensions);
            return;
        }
        json.name("extension").array();
        extensions.forEach(extension -> json.raw(extension.json()));
        for (PropertyDefinition property : properties) {
            json.object()
                    .member("url", ExtensionUrls.EXPANSION_PROPERTY)
                    .name("extension")
                    .array();
            String uri = property.uri();
            if (uri != null) {
                json.object().member("url", "uri").member("valueUri", uri).endObject();
            }
            json.object()
                    .member("url", "code")
                    .member("valueCode", property.code())
                    .endObject();
            json.endArray().endObject();
        }
        json.endArray();
    }

    private void contains(List<ExpandedConcept> concepts) {
        if (!concepts.isEmpty()) {
            json.name("contains").array();
            concepts.forEach(this::concept);
            json.endArray();
        }
    }

    private void concept(ExpandedConcept concept) {
        json.object();
        conceptExtensions(concept);
        json.member("system", concept.system());
        if (concept.isAbstract()) {
            json.member("abstract", true);
        }
        if (concept.inactive()) {
            json.member("inactive", true);
        }
        json.member("version", concept.version());
        if (!concept.code().isEmpty()) {
            json.member("code", concept.code());
        }
        json.member("display", concept.display());
        if (!concept.designations().isEmpty()) {
            json.name("designation").array();
            concept.designations().forEach(designation -> FhirJson.designation(json, designation));
            json.endArray();
        }
        if (r5 && !concept.properties().isEmpty()) {
            json.name("property").array();
            concept.properties().forEach(this::property);
            json.endArray();
        }
        contains(concept.contains());
        json.endObject();
    }

    private void conceptExtensions(ExpandedConcept concept) {
        if (r5 || concept.properties().isEmpty()) {
            FhirJson.extensions(json, concept.extensions());
            return;
        }
        json.name("extension").array();
        concept.extensions().forEach(extension -> json.raw(extension.json()));
        concept.properties().forEach(this::propertyExtension);
        json.endArray();
    }

    private void property(Property property) {
        json.object().member("code", property.code());
        FhirJson.value(json, property);
        json.endObject();
    }

    private void propertyExtension(Property property) {
        json.object()
                .member("url", ExtensionUrls.CONTAINS_PROPERTY)
                .name("extension")
                .array()
                .object()
                .member("url", "code")
                .member("valueCode", property.code())
                .endObject()
                .object()
                .member("url", "value");
        FhirJson.value(json, property);
        json.endObject().endArray().endObject();
    }
}
