package org.fixator.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.fixator.conceptmap.CompiledConceptMap;
import org.fixator.issue.CatalogMessages;
import org.fixator.issue.TerminologyException;
import org.fixator.wire.CodeSystemReader;
import org.fixator.wire.ConceptMapReader;
import org.fixator.wire.Json;
import org.fixator.wire.JsonSource;
import org.fixator.wire.NamingSystemReader;
import org.fixator.wire.ValueSetReader;

/** Makes content of resources. */
final class ResourceCompiler {

    private ResourceCompiler() {}

    /**
     * @throws TerminologyException (4xx) where the resource is not one of its type, or contradicts itself
     */
    static Content compile(String type, JsonSource json) {
        return switch (type) {
            case "CodeSystem" -> new Content.Codes(CodeSystemReader.read(json));
            case "ValueSet" -> new Content.Values(ValueSetReader.read(Json.parse(bytes(json))));
            case "ConceptMap" ->
                new Content.Mappings(CompiledConceptMap.of(ConceptMapReader.read(Json.parse(bytes(json)))));
            case "NamingSystem" -> new Content.Names(NamingSystemReader.read(Json.parse(bytes(json))));
            default -> throw new TerminologyException(CatalogMessages.unsupportedType(type));
        };
    }

    private static byte[] bytes(JsonSource json) {
        try (InputStream in = json.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
