package org.fixator.systems.bcp13;

import java.util.List;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.GrammarCodeSystem;
import org.fixator.coding.Canonical;
import org.fixator.coding.ContentMode;

/** The code system of media types (MIME types). It has no versions: subtypes are registered day by day. */
public final class MediaTypes {

    public static final String URL = "urn:ietf:bcp:13";

    private MediaTypes() {}

    public static CodeSystem codeSystem() {
        CodeSystemDescription description = new CodeSystemDescription(
                new Canonical(URL, null),
                "MimeTypes",
                "Media types (BCP 13)",
                "active",
                false,
                null,
                ContentMode.COMPLETE,
                true,
                null,
                true,
                false,
                "en",
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of());
        return new GrammarCodeSystem(description, new MediaTypeGrammar(), null);
    }
}
