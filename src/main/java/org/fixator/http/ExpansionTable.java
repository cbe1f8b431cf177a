package org.fixator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fixator.coding.FhirVersion;
import org.fixator.http.Page.Row;
import org.fixator.http.Page.Table;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.OperationCall;
import org.fixator.wire.Operations;

/** The codes of a value set as {@code $expand} gives them, or why there are none. */
final class ExpansionTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Operations terminology;

    ExpansionTable(Operations terminology) {
        this.terminology = terminology;
    }

    Table of(String id, PageRange range) {
        Map<String, List<String>> query = Map.of(
                "count", List.of(Integer.toString(PageRange.SIZE)),
                "offset", List.of(Integer.toString(range.offset())),
                "excludeNested", List.of("true"));
        OperationAnswer answer = terminology.answer(
                new OperationCall("$expand", "ValueSet", id, FhirVersion.R4, query, null, null, null, null, false));
        JsonNode json = read(answer);
        if (answer.status() != 200) {
            return Table.whole("Codes", problem(json), List.of(), List.of());
        }
        JsonNode expansion = json.path("expansion");
        List<Row> rows = new ArrayList<>();
        for (JsonNode entry : expansion.path("contains")) {
            rows.add(Row.of(text(entry, "code"), text(entry, "display"), text(entry, "system")));
        }
        int total = expansion.path("total").asInt(range.offset() + rows.size());
        return range.table("Codes", null, List.of("Code", "Display", "Code system"), rows, total);
    }

    private static String problem(JsonNode outcome) {
        JsonNode issue = outcome.path("issue").path(0);
        String text = issue.path("details").path("text").asText();
        return text.isEmpty() ? issue.path("diagnostics").asText() : text;
    }

    private static String text(JsonNode entry, String name) {
        return entry.path(name).asText();
    }

    private static JsonNode read(OperationAnswer answer) {
        try {
            return JSON.readTree(answer.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
