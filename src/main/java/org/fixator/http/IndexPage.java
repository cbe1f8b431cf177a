package org.fixator.http;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.ArrayList;
import java.util.List;
import org.fixator.http.Page.Cell;
import org.fixator.http.Page.Row;
import org.fixator.http.Page.Table;
import org.fixator.store.StoredDaos;
import org.fixator.store.SupportedTypes;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.MetadataResource;

/** The first page: what is here, and where the descriptions for programs are. */
final class IndexPage {
    private static final int MOST = 500;

    private final StoredDaos daos;

    IndexPage(StoredDaos daos) {
        this.daos = daos;
    }

    Page of(String root) {
        String base = root + "/fhir";
        List<Cell> facts = List.of(
                new Cell("FHIR R4", base, base + "/metadata?_format=json"),
                new Cell("FHIR R5", base + "/r5", base + "/r5/metadata?_format=json"),
                new Cell(
                        "What is served",
                        base + "/metadata?mode=terminology",
                        base + "/metadata?mode=terminology&_format=json"),
                new Cell("OpenAPI", base + "/openapi.json", base + "/openapi.json"));
        List<Table> tables = new ArrayList<>();
        for (String type : SupportedTypes.TERMINOLOGY) {
            List<Row> rows = rows(type, base);
            if (!rows.isEmpty()) {
                tables.add(Table.whole(type, null, List.of("Title", "Version", "Canonical"), rows));
            }
        }
        return new Page(root, "Terminology server", null, facts, List.of(), tables, null);
    }

    private List<Row> rows(String type, String base) {
        SearchParameterMap all = SearchParameterMap.newSynchronous().setSort(new SortSpec("name"));
        all.setLoadSynchronousUpTo(MOST);
        IBundleProvider found = daos.get().getResourceDao(type).search(all, new SystemRequestDetails());
        List<Row> rows = new ArrayList<>();
        for (IBaseResource resource : found.getAllResources()) {
            if (resource instanceof MetadataResource one) {
                String id = one.getIdElement().getIdPart();
                String title = one.hasTitle() ? one.getTitle() : one.hasName() ? one.getName() : id;
                rows.add(new Row(List.of(
                        Cell.link(title, base + "/" + type + "/" + id),
                        Cell.of(one.getVersion()),
                        Cell.of(one.getUrl()))));
            }
        }
        return rows;
    }
}
