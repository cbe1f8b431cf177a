package org.fixator.systems.uri;

import com.google.re2j.Pattern;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.Grammar;
import org.fixator.codesystem.PlainConcept;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.issue.SystemMessages;
import org.jspecify.annotations.Nullable;

/** Absolute URIs; OIDs and UUIDs are checked by the rules of their own namespaces (RFC 3061, RFC 4122) as well. */
final class UriGrammar implements Grammar {

    private static final Pattern OID = Pattern.compile("urn:oid:[0-2](\\.(0|[1-9][0-9]*))+");
    private static final Pattern UUID =
            Pattern.compile("(?i)urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    @Override
    public @Nullable Concept read(String code) {
        return complaint(code) == null ? PlainConcept.of(Uris.URL, code, null) : null;
    }

    @Override
    public @Nullable String complaint(String code) {
        try {
            if (!new URI(code).isAbsolute()) {
                return SystemMessages.uriMalformed(code, "it has no scheme");
            }
        } catch (URISyntaxException e) {
            return SystemMessages.uriMalformed(code, e.getReason() + " at character " + (e.getIndex() + 1));
        }
        String lower = code.toLowerCase(Locale.ROOT);
        if (lower.startsWith("urn:oid:") && !OID.matches(lower)) {
            return SystemMessages.uriMalformed(code, "an OID is expected after urn:oid:");
        }
        if (lower.startsWith("urn:uuid:") && !UUID.matches(code)) {
            return SystemMessages.uriMalformed(code, "a UUID is expected after urn:uuid:");
        }
        return null;
    }

    @Override
    public List<Concept> common() {
        return List.of();
    }

    @Override
    public @Nullable Predicate<Concept> filter(PropertyFilter filter) {
        return null;
    }
}
