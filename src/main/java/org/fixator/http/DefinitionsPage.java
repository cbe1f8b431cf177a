package org.fixator.http;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fixator.coding.FhirVersion;
import org.fixator.store.StoredDaos;
import org.fixator.wire.OperationDefinitionCodec;
import org.fixator.wire.ParameterTable;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** One page of all operation definitions: those of this server first, then those that somebody stored. */
final class DefinitionsPage {
    private static final String TYPE = "OperationDefinition";
    private static final Set<String> KNOWN = Set.of("_count", "_offset", "_format");
    private static final int DEFAULT_COUNT = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MetadataDocuments documents;
    private final StoredDaos daos;

    DefinitionsPage(MetadataDocuments documents, StoredDaos daos) {
        this.documents = documents;
        this.daos = daos;
    }

    /** Whether a search asks for all definitions, whatever they are; any other is HAPI's. */
    boolean answers(FhirPath path, Map<String, List<String>> query) {
        return path.version() == FhirVersion.R4
                && daos.areThere()
                && KNOWN.containsAll(query.keySet())
                && isNumber(query, "_count")
                && isNumber(query, "_offset");
    }

    private static boolean isNumber(Map<String, List<String>> query, String name) {
        List<String> values = query.getOrDefault(name, List.of("0"));
        return values.size() == 1 && values.get(0).matches("\\d{1,6}");
    }

    private static int number(Map<String, List<String>> query, String name, int otherwise) {
        return query.containsKey(name) ? Integer.parseInt(query.get(name).get(0)) : otherwise;
    }

    /** @param base of the endpoint, as the client called it */
    byte[] write(String base, Map<String, List<String>> query) throws IOException {
        List<ObjectNode> all = all(base);
        int from = Math.min(number(query, "_offset", 0), all.size());
        int count = number(query, "_count", DEFAULT_COUNT);
        int to = Math.min(from + count, all.size());
        ObjectNode bundle = JSON.createObjectNode();
        bundle.put("resourceType", "Bundle").put("type", "searchset").put("total", all.size());
        ArrayNode links = bundle.putArray("link");
        links.addObject().put("relation", "self").put("url", url(base, count, from));
        if (to < all.size() && count > 0) {
            links.addObject().put("relation", "next").put("url", url(base, count, to));
        }
        if (from < to) {
            bundle.putArray("entry").addAll(all.subList(from, to));
        }
        return JSON.writeValueAsBytes(bundle);
    }

    private static String url(String base, int count, int offset) {
        return base + "/" + TYPE + "?_count=" + count + (offset == 0 ? "" : "&_offset=" + offset);
    }

    private List<ObjectNode> all(String base) throws IOException {
        List<ObjectNode> all = new ArrayList<>();
        for (ParameterTable table : MetadataDocuments.operations()) {
            byte[] definition = documents.definition(table, FhirVersion.R4, base);
            all.add(entry(OperationDefinitionCodec.url(table, base), definition));
        }
        SearchParameterMap whole = SearchParameterMap.newSynchronous().setSort(new SortSpec("_id"));
        for (IBaseResource stored : daos.get()
                .getResourceDao(TYPE)
                .search(whole, new SystemRequestDetails())
                .getAllResources()) {
            String json = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(stored);
            all.add(entry(base + "/" + TYPE + "/" + stored.getIdElement().getIdPart(), JSON.readTree(json)));
        }
        return all;
    }

    private static ObjectNode entry(String url, byte[] resource) throws IOException {
        return entry(url, JSON.readTree(resource));
    }

    /** What a search finds, as an entry of its Bundle. */
    private static ObjectNode entry(String url, JsonNode resource) {
        ObjectNode entry = JSON.createObjectNode().put("fullUrl", url);
        entry.set("resource", resource);
        entry.putObject("search").put("mode", "match");
        return entry;
    }
}
