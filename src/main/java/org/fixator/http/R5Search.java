package org.fixator.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fixator.wire.Capabilities.Search;

/** What can be read and searched in FHIR R5. */
final class R5Search {
    static final List<String> TYPES = List.of("CodeSystem", "ValueSet", "ConceptMap");
    private static final List<Search> PARAMETERS = List.of(
            new Search("_id", "token"),
            new Search("name", "string"),
            new Search("status", "token"),
            new Search("title", "string"),
            new Search("url", "uri"),
            new Search("version", "token"));

    private static final Pattern READ =
            Pattern.compile("(?:" + String.join("|", TYPES) + ")/[A-Za-z0-9\\-.]{1,64}(?:/_history/[0-9]{1,9})?");

    private R5Search() {}

    /** What a type is searched by. */
    static List<Search> parameters(String type) {
        List<Search> all = new ArrayList<>(PARAMETERS);
        if (type.equals("ConceptMap")) {
            all.add(new Search("source-code", "token"));
            all.add(new Search("target-code", "token"));
        } else {
            all.add(new Search("code", "token"));
        }
        return all;
    }

    /** Whether a path relative to the base reads a resource or a version of one. */
    static boolean isRead(String path) {
        return READ.matcher(path).matches();
    }
}
