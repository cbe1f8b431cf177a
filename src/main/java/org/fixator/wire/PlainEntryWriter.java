package org.fixator.wire;

import java.nio.charset.StandardCharsets;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.Concept;
import org.fixator.valueset.PlainEntry;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries that hold nothing but code and display: what all of one code system begin with is made once, and the
 * texts are copied from where they lie.
 */
final class PlainEntryWriter {

    private static final byte[] DISPLAY = "\"display\":".getBytes(StandardCharsets.US_ASCII);

    private final JsonBytes json;
    private @Nullable CodeSystemDescription system;
    private byte[] beginning = {};

    PlainEntryWriter(JsonBytes json) {
        this.json = json;
    }

    void write(PlainEntry entry) {
        Concept concept = entry.concept();
        if (concept.isAbstract() || concept.isInactive()) {
            begin(entry, concept);
        } else {
            json.start(beginning(entry));
        }
        concept.code(json);
        json.start(DISPLAY);
        concept.display(json);
        json.endObject();
    }

    private void begin(PlainEntry entry, Concept concept) {
        json.object().member("system", entry.system().url());
        if (concept.isAbstract()) {
            json.member("abstract", true);
        }
        if (concept.isInactive()) {
            json.member("inactive", true);
        }
        json.member("version", entry.version()).name("code");
    }

    @SuppressWarnings("ReferenceEquality") // the entries of one code system share its description
    private byte[] beginning(PlainEntry entry) {
        if (system != entry.system()) {
            system = entry.system();
            beginning = new JsonBytes(64 + entry.system().url().length())
                    .object()
                    .member("system", entry.system().url())
                    .member("version", entry.version())
                    .name("code")
                    .bytes();
        }
        return beginning;
    }
}
