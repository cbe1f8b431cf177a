package org.fixator.wire;

import java.util.List;
import java.util.Set;
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
 * @param interactions FHIR's codes of what can be done at the base: {@code batch}, {@code transaction}, …
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
        List<String> interactions,
        List<ServedResource> resources,
        List<ParameterTable> operations,
        List<Feature> features,
        List<ServedSystem> systems) {

    public Capabilities {
        interactions = List.copyOf(interactions);
        resources = List.copyOf(resources);
        operations = List.copyOf(operations);
        features = List.copyOf(features);
        systems = List.copyOf(systems);
    }

    /** The program. */
    public record Software(String name, String version, @Nullable String releaseDate) {}

    /** What can be done to a resource under a condition: by a search in place of an id, or only if it has changed. */
    public enum Condition {
        CREATE,
        READ,
        UPDATE,
        DELETE
    }

    /**
     * One resource type.
     *
     * @param interactions FHIR's codes: {@code read}, {@code search-type}, …
     * @param conditions the interactions that can be made conditional
     * @param searches the search parameters
     */
    public record ServedResource(
            String type, List<String> interactions, Set<Condition> conditions, List<Search> searches) {

        public ServedResource {
            interactions = List.copyOf(interactions);
            conditions = Set.copyOf(conditions);
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
