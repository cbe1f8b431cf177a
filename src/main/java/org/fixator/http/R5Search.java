package org.fixator.http;

import java.util.List;
import org.fixator.wire.Capabilities.Search;

/** What can be read and searched in FHIR R5. */
final class R5Search {
    static final List<String> TYPES = List.of("CodeSystem", "ValueSet", "ConceptMap");
    static final List<Search> PARAMETERS = List.of(
            new Search("_id", "token"),
            new Search("name", "string"),
            new Search("status", "token"),
            new Search("title", "string"),
            new Search("url", "uri"),
            new Search("version", "token"));

    private R5Search() {}
}
