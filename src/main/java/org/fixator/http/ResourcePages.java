package org.fixator.http;

import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.Content;
import org.fixator.catalog.Edition;
import org.fixator.catalog.ResourceKey;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.Concept;
import org.fixator.coding.FhirVersion;
import org.fixator.http.Page.Cell;
import org.fixator.http.Page.Row;
import org.fixator.http.Page.Table;
import org.fixator.store.StoredDaos;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.NamingSystem;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;

/** The pages of code systems, value sets, concept maps and naming systems: what people see at a resource's own url. */
final class ResourcePages {
    private final StoredDaos daos;
    private final Catalog catalog;
    private final ExpansionTable expansions;

    ResourcePages(StoredDaos daos, Catalog catalog, ExpansionTable expansions) {
        this.daos = daos;
        this.catalog = catalog;
        this.expansions = expansions;
    }

    /**
     * The page of a resource; {@code null} where there is no such resource.
     *
     * @param range of its concepts, rows or codes
     */
    @Nullable
    Page of(String root, ResourceKey key, PageRange range) {
        MetadataResource resource = read(key);
        if (resource == null) {
            return null;
        }
        Content content = catalog.current(FhirVersion.R4).resource(key);
        List<Table> tables = new ArrayList<>();
        if (resource instanceof ValueSet valueSet) {
            tables.add(ComposeTable.of(valueSet));
            tables.add(expansions.of(key.id(), range));
        } else if (resource instanceof ConceptMap map) {
            tables.add(MapTable.of(map, range));
        } else if (resource instanceof NamingSystem names) {
            tables.add(names(names));
        } else if (content instanceof Content.Codes codes) {
            tables.add(concepts(codes.system(), range));
        }
        return new Page(
                root,
                title(resource),
                key.type(),
                facts(resource, content == null ? null : content.edition(), range.url()),
                texts(resource),
                tables,
                text(resource, "copyright"));
    }

    private @Nullable MetadataResource read(ResourceKey key) {
        try {
            return (MetadataResource) daos.get()
                    .getResourceDao(key.type())
                    .read(new IdType(key.type(), key.id()), new SystemRequestDetails());
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return null; // HAPI says so in FHIR
        }
    }

    private static String title(MetadataResource resource) {
        String title = resource.hasTitle() ? resource.getTitle() : resource.getName();
        return title == null ? resource.getIdElement().getIdPart() : title;
    }

    private static List<Cell> facts(MetadataResource resource, @Nullable Edition edition, String url) {
        List<Cell> facts = new ArrayList<>();
        fact(facts, "Canonical", resource.getUrl());
        fact(facts, "Version", resource.getVersion());
        fact(facts, "Name", resource.getName());
        if (resource.hasStatus()) {
            fact(facts, "Status", resource.getStatus().toCode() + (resource.getExperimental() ? ", experimental" : ""));
        }
        fact(facts, "Date", resource.getDateElement().asStringValue());
        fact(facts, "Publisher", resource.getPublisher());
        if (edition != null) {
            fact(facts, "Release", edition.release());
            fact(facts, "In force", period(edition));
        }
        fact(facts, "Content", text(resource, "content"));
        fact(facts, "Supplements", text(resource, "supplements"));
        facts.add(new Cell("As FHIR", "JSON", url + "?_format=json"));
        return facts;
    }

    private static String period(Edition edition) {
        String from = edition.from() == null ? "" : "from " + edition.from();
        return edition.to() == null ? from : (from + " to " + edition.to()).strip();
    }

    private static void fact(List<Cell> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(Cell.fact(name, value));
        }
    }

    private static List<String> texts(MetadataResource resource) {
        List<String> texts = new ArrayList<>();
        for (String element : List.of("description", "purpose")) {
            String text = text(resource, element);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** A primitive element that some of the types have. */
    private static @Nullable String text(MetadataResource resource, String element) {
        var property = resource.getNamedProperty(element);
        return property == null || property.getValues().isEmpty()
                ? null
                : property.getValues().get(0).primitiveValue();
    }

    private static Table concepts(CodeSystem system, PageRange range) {
        List<Row> rows = new ArrayList<>();
        Iterator<Concept> concepts = system.all().iterator(range.offset());
        while (concepts.hasNext() && rows.size() < PageRange.SIZE) {
            Concept concept = concepts.next();
            rows.add(Row.of(concept.code(), concept.display(), definition(concept)));
        }
        return range.table(
                "Concepts",
                null,
                List.of("Code", "Display", "Definition"),
                rows,
                system.all().size());
    }

    private static String definition(Concept concept) {
        String definition = concept.definition() == null ? "" : concept.definition();
        return concept.isInactive() ? ("Inactive. " + definition).strip() : definition;
    }

    private static Table names(NamingSystem system) {
        List<Row> rows = system.getUniqueId().stream()
                .map(id -> Row.of(
                        id.hasType() ? id.getType().toCode() : "",
                        id.getValue(),
                        id.getPreferred() ? "preferred" : "",
                        id.getComment()))
                .toList();
        return Table.whole("Names of the system", null, List.of("Type", "Value", "", "Comment"), rows);
    }
}
