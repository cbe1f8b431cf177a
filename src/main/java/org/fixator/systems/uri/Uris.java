package org.fixator.systems.uri;

import java.util.List;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.GrammarCodeSystem;
import org.fixator.coding.Canonical;
import org.fixator.coding.ContentMode;

/** The code system of URIs. A URI has no display, and none is in common use. */
public final class Uris {

    public static final String URL = "urn:ietf:rfc:3986";

    private Uris() {}

    public static CodeSystem codeSystem() {
        CodeSystemDescription description = new CodeSystemDescription(
                new Canonical(URL, null),
                "URI",
                "Uniform Resource Identifiers (RFC 3986)",
                "active",
                false,
                null,
                ContentMode.COMPLETE,
                true,
                null,
                true,
                false,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of());
        return new GrammarCodeSystem(description, new UriGrammar(), null);
    }
}
