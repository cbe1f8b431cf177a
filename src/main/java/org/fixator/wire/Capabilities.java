package org.fixator.wire;

import java.util.List;
import org.fixator.coding.ContentMode;
import org.fixator.coding.FhirVersion;
import org.jspecify.annotations.Nullable;

/**
 * What a server serves, for its metadata.
 *
 * @param version FHIR release of the endpoint
 * @param software name and version of the program
 * @param base url of the endpoint
 * @param date when what is served last changed, as a dateTime
 * @param resources the resource types that can be read and searched
 * @param operations the operations, by their tables
 * @param features what the server claims to be able to do beyond FHIR
 * @param systems every code system that operations know, whether it can be read or not
 */
public record Capabilities(
        FhirVersion version,
        Software software,
        String base,
        String date,
        List<ServedResource> resources,
        List<ParameterTable> operations,
        List<Feature> features,
        List<ServedSystem> systems) {

    public Capabilities {
        resources = List.copyOf(resources);
        operations = List.copyOf(operations);
        features = List.copyOf(features);
        systems = List.copyOf(systems);
    }

    /** The program. */
    public record Software(String name, String version, @Nullable String releaseDate) {}

    /**
     * One resource type.
     *
     * @param interactions FHIR's codes: {@code read}, {@code search-type}, …
     * @param searches the search parameters
     */
    public record ServedResource(String type, List<String> interactions, List<Search> searches) {

        public ServedResource {
            interactions = List.copyOf(interactions);
            searches = List.copyOf(searches);
        }
    }

    /** A search parameter and FHIR's code of its type. */
    public record Search(String name, String type) {}

    /** A feature as HL7's application-feature framework states it. */
    public record Feature(String definition, String value) {

        /** The version of HL7's suite that a build has passed. */
        public static Feature suiteVersion(String version) {
            return new Feature("http://hl7.org/fhir/uv/tx-tests/FeatureDefinition/test-version", version);
        }

        /** Whether {@code tx-resource} may hold a CodeSystem. */
        public static Feature codeSystemAsParameter(boolean supported) {
            return new Feature(
                    "http://hl7.org/fhir/uv/tx-ecosystem/FeatureDefinition/CodeSystemAsParameter",
                    Boolean.toString(supported));
        }
    }

    /**
     * One code system.
     *
     * @param versions versions that are served, the one that answers by default first
     * @param subsumption whether {@code $subsumes} can answer
     */
    public record ServedSystem(String url, ContentMode content, List<String> versions, boolean subsumption) {

        public ServedSystem {
            versions = List.copyOf(versions);
        }
    }
}
