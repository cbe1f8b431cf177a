package org.fixator.systems.bcp13;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.Grammar;
import org.fixator.codesystem.PlainConcept;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.issue.SystemMessages;
import org.jspecify.annotations.Nullable;

/**
 * {@code type/subtype; parameter=value}: RFC 6838 section 4.2 for the names, RFC 2045 section 5.1 for the parameters.
 * Subtypes are not compared with a registry. Type names are compared without case, as RFC 2045 says.
 */
final class MediaTypeGrammar implements Grammar {

    private static final Set<String> TYPES = Set.of(
            "application",
            "audio",
            "example",
            "font",
            "haptics",
            "image",
            "message",
            "model",
            "multipart",
            "text",
            "video");

    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
    private static final Pattern SHAPE = Pattern.compile("([A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126})"
            + "/([A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126})"
            + "(?: *; *" + TOKEN + "=(?:" + TOKEN + "|\"(?:[^\"\\\\\\r\\n]|\\\\.)*\"))*");

    private static final List<Concept> COMMON = List.of(
                    "application/dicom",
                    "application/fhir+json",
                    "application/fhir+ndjson",
                    "application/fhir+xml",
                    "application/hl7-cda+xml",
                    "application/hl7-v2",
                    "application/json",
                    "application/msword",
                    "application/octet-stream",
                    "application/pdf",
                    "application/rtf",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "application/xml",
                    "application/zip",
                    "audio/basic",
                    "audio/mpeg",
                    "audio/ogg",
                    "image/gif",
                    "image/jpeg",
                    "image/png",
                    "image/svg+xml",
                    "image/tiff",
                    "image/webp",
                    "multipart/mixed",
                    "multipart/related",
                    "text/cql",
                    "text/css",
                    "text/csv",
                    "text/fhirpath",
                    "text/html",
                    "text/markdown",
                    "text/plain",
                    "text/xml",
                    "video/mp4",
                    "video/mpeg",
                    "video/quicktime",
                    "video/webm")
            .stream()
            .<Concept>map(MediaTypeGrammar::concept)
            .toList();

    @Override
    public @Nullable Concept read(String code) {
        return complaint(code) == null ? concept(code) : null;
    }

    @Override
    public @Nullable String complaint(String code) {
        Matcher m = SHAPE.matcher(code);
        if (!m.matches()) {
            return SystemMessages.mediaTypeMalformed(code);
        }
        String type = m.group(1).toLowerCase(Locale.ROOT);
        return TYPES.contains(type) || type.startsWith("x-") ? null : SystemMessages.mediaTypeUnregistered(m.group(1));
    }

    @Override
    public List<Concept> common() {
        return COMMON;
    }

    @Override
    public @Nullable Predicate<Concept> filter(PropertyFilter filter) {
        return null;
    }

    @Override
    public boolean isSame(Concept a, Concept b) {
        return names(a.code()).equals(names(b.code()));
    }

    private static String names(String code) {
        int semicolon = code.indexOf(';');
        return semicolon < 0
                ? code.toLowerCase(Locale.ROOT)
                : code.substring(0, semicolon).toLowerCase(Locale.ROOT) + code.substring(semicolon);
    }

    private static Concept concept(String code) {
        return PlainConcept.of(MediaTypes.URL, code, code);
    }
}
