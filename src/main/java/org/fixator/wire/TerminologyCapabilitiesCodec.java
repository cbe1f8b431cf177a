package org.fixator.wire;

import java.util.List;
import java.util.TreeMap;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.FilterDefinition;
import org.fixator.codesystem.PropertyDefinition;
import org.fixator.coding.FhirVersion;
import org.jspecify.annotations.Nullable;

/**
 * TerminologyCapabilities: every code system with every version, and every parameter of {@code $expand}.
 *
 * @see <a href="https://hl7.org/fhir/R5/terminologycapabilities.html">TerminologyCapabilities</a>
 */
public final class TerminologyCapabilitiesCodec {

    private TerminologyCapabilitiesCodec() {}

    public static byte[] write(ServerFacts server, List<SupportedSystem> systems, FhirVersion version) {
        JsonBytes json = new JsonBytes(1024 + 200 * systems.size());
        json.object()
                .member("resourceType", "TerminologyCapabilities")
                .member("url", server.url() + "/TerminologyCapabilities/" + server.name())
                .member("version", server.version())
                .member("name", server.name() + "TerminologyCapabilities")
                .member("title", server.title())
                .member("status", "active")
                .member("date", server.releaseDate())
                .member("kind", "instance");
        json.name("software")
                .object()
                .member("name", server.title())
                .member("version", server.version())
                .endObject();
        json.name("implementation")
                .object()
                .member("description", server.title())
                .endObject();
        json.name("codeSystem").array();
        systems.forEach(system -> system(json, system, version.isR5()));
        json.endArray();
        expansion(json);
        json.member("codeSearch", "all");
        json.name("validateCode").object().member("translations", true).endObject();
        json.name("translation").object().member("needsMap", false).endObject();
        json.endObject();
        return json.bytes();
    }

    private static void system(JsonBytes json, SupportedSystem system, boolean isR5) {
        json.object().member("uri", system.url());
        boolean versioned = system.versions().stream().anyMatch(version -> version.version() != null);
        if (versioned) {
            json.name("version").array();
            system.versions().stream()
                    .filter(version -> version.version() != null)
                    .forEach(version -> version(json, version, system.standard()));
            json.endArray();
        }
        CodeSystemDescription shown = system.standard() != null
                ? system.standard()
                : system.versions().get(0);
        if (isR5) {
            json.member("content", shown.content().code());
        }
        json.member("subsumption", shown.hierarchyMeaning() != null).endObject();
    }

    private static void version(
            JsonBytes json, CodeSystemDescription version, @Nullable CodeSystemDescription standard) {
        json.object().member("code", version.version()).member("isDefault", version.equals(standard));
        json.member("compositional", version.compositional());
        if (version.language() != null) {
            json.name("language").array().value(version.language()).endArray();
        }
        if (!version.filters().isEmpty()) {
            json.name("filter").array();
            for (FilterDefinition filter : version.filters()) {
                json.object().member("code", filter.code()).name("op").array();
                filter.operators().forEach(json::value);
                json.endArray().endObject();
            }
            json.endArray();
        }
        if (!version.properties().isEmpty()) {
            json.name("property").array();
            version.properties().stream().map(PropertyDefinition::code).forEach(json::value);
            json.endArray();
        }
        json.endObject();
    }

    private static void expansion(JsonBytes json) {
        json.name("expansion").object().member("hierarchical", true).member("paging", true);
        json.name("parameter").array();
        TreeMap<String, String> parameters = new TreeMap<>();
        for (ParameterDefinition parameter : OperationTables.EXPAND.definitions()) {
            if (parameter.support() != ParameterDefinition.Support.REFUSED) {
                parameters.put(parameter.name(), parameter.documentation());
            }
        }
        parameters.forEach((name, documentation) -> json.object()
                .member("name", name)
                .member("documentation", documentation)
                .endObject());
        json.endArray().endObject();
    }
}
