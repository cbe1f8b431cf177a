package org.fixator.store.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fixator.catalog.Provenance;
import org.fixator.catalog.Provenance.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a release and never searched for, as JSON.
 *
 * @param notice {@code null} where there is none
 */
record ReleaseDetail(String title, String licence, @Nullable String notice, Provenance provenance, List<String> notes) {

    private static final ObjectMapper JSON = new ObjectMapper();

    ReleaseDetail {
        notes = List.copyOf(notes);
    }

    static ReleaseDetail of(ReleaseRow row) {
        return new ReleaseDetail(
                row.identity().title(),
                row.identity().licence(),
                row.identity().notice(),
                row.provenance(),
                row.notes());
    }

    byte[] json() {
        ObjectNode detail = JSON.createObjectNode();
        detail.put("title", title);
        detail.put("licence", licence);
        detail.put("notice", notice);
        detail.put("job", provenance.job());
        detail.put("importedAt", provenance.importedAt().toString());
        ArrayNode files = detail.putArray("files");
        for (SourceFile file : provenance.files()) {
            files.addObject()
                    .put("name", file.name())
                    .put("sha256", file.sha256())
                    .put("bytes", file.bytes());
        }
        ArrayNode said = detail.putArray("notes");
        notes.forEach(said::add);
        try {
            return JSON.writeValueAsBytes(detail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReleaseDetail read(byte[] json) {
        JsonNode detail;
        try {
            detail = JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<SourceFile> files = new ArrayList<>();
        detail.path("files")
                .forEach(file -> files.add(new SourceFile(
                        file.path("name").asText(),
                        file.path("sha256").asText(),
                        file.path("bytes").asLong())));
        List<String> notes = new ArrayList<>();
        detail.path("notes").forEach(note -> notes.add(note.asText()));
        return new ReleaseDetail(
                detail.path("title").asText(),
                detail.path("licence").asText(),
                detail.path("notice").isTextual() ? detail.get("notice").asText() : null,
                new Provenance(
                        files,
                        detail.path("job").asText(),
                        Instant.parse(detail.path("importedAt").asText())),
                notes);
    }
}
