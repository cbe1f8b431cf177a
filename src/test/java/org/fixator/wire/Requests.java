package org.fixator.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.fixator.coding.Canonical;
import org.fixator.coding.FhirVersion;
import org.fixator.conceptmap.CompiledConceptMap;
import org.fixator.conceptmap.ConceptMapDefinition;
import org.fixator.conceptmap.ConceptMaps;
import org.fixator.valueset.ValueSetDefinition;
import org.fixator.valueset.ValueSets;
import org.jspecify.annotations.Nullable;

/** Calls for tests, and resources where every url that begins with {@code http://x/} exists. */
final class Requests {

    private Requests() {}

    static OperationCall call(ParameterTable table, @Nullable String id, String... parameters) {
        String body = "{'resourceType':'Parameters','parameter':[" + String.join(",", parameters) + "]}";
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return new OperationCall(
                table.operation(), table.type(), id, FhirVersion.R4, Map.of(), bytes, "fr;q=0.5", null, null, false);
    }

    static String uri(String name, String value) {
        return "{'name':'" + name + "','valueUri':'" + value + "'}";
    }

    static String code(String name, String value) {
        return "{'name':'" + name + "','valueCode':'" + value + "'}";
    }

    static String coding(String name, String system, String code) {
        return "{'name':'" + name + "','valueCoding':{'system':'" + system + "','code':'" + code + "'}}";
    }

    static final RequestResources RESOURCES = new RequestResources(
            new ValueSets() {
                @Override
                public @Nullable ValueSetDefinition find(String url, @Nullable String version) {
                    return url.startsWith("http://x/") ? valueSet(url, version) : null;
                }

                @Override
                public List<String> versions(String url) {
                    return List.of();
                }
            },
            new ConceptMaps() {
                @Override
                public @Nullable CompiledConceptMap find(String url, @Nullable String version) {
                    return url.startsWith("http://x/") ? Requests.map(url, version) : null;
                }

                @Override
                public List<CompiledConceptMap> all() {
                    return List.of();
                }
            },
            new Instances() {
                @Override
                public @Nullable Canonical codeSystem(String id) {
                    return id.equals("stored") ? new Canonical("http://x/stored", "1") : null;
                }

                @Override
                public @Nullable ValueSetDefinition valueSet(String id) {
                    return id.equals("stored") ? Requests.valueSet("http://x/stored", "1") : null;
                }

                @Override
                public @Nullable CompiledConceptMap conceptMap(String id) {
                    return id.equals("stored") ? Requests.map("http://x/stored", "1") : null;
                }
            });

    static ValueSetDefinition valueSet(String url, @Nullable String version) {
        String own = version == null ? "" : ",\"version\":\"" + version + "\"";
        return ValueSetReader.read(
                Json.parseText("{\"resourceType\":\"ValueSet\",\"url\":\"" + url + "\"" + own + "}"));
    }

    static CompiledConceptMap map(String url, @Nullable String version) {
        return CompiledConceptMap.of(new ConceptMapDefinition(
                new Canonical(url, version), null, "active", null, null, null, List.of(), List.of()));
    }
}
