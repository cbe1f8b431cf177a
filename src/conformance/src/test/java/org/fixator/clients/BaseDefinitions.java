package org.fixator.clients;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.formats.JsonParser;
import org.hl7.fhir.r4.formats.XmlParser;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Resource;

/**
 * The package {@code hl7.fhir.r4.core}, which no registry that serves builds has: made of the Bundles that HAPI publishes
 * ({@code hapi-fhir-validation-resources-r4}), each resource in a file of its own and without its narrative.
 */
final class BaseDefinitions {

    private static final String FOLDER = "/org/hl7/fhir/r4/model/";

    /** Values and systems: what both HL7 Terminology and FHIR R4 ship. */
    private static final List<String> TERMINOLOGY =
            List.of("valueset/valuesets.xml", "valueset/v2-tables.xml", "valueset/v3-codesystems.xml");

    private static final List<String> STRUCTURES = List.of(
            "profile/profiles-types.xml",
            "profile/profiles-resources.xml",
            "profile/profiles-others.xml",
            "extension/extension-definitions.xml");

    private static final String CORE = "{\"name\":\"hl7.fhir.r4.core\",\"version\":\"4.0.1\",\"type\":\"Core\","
            + "\"canonical\":\"http://hl7.org/fhir\",\"url\":\"http://hl7.org/fhir/R4\",\"license\":\"CC0-1.0\","
            + "\"fhirVersions\":[\"4.0.1\"],\"dependencies\":{}}";

    private static final String NO_EXTENSIONS = "{\"name\":\"hl7.fhir.xver-extensions\",\"version\":\"0.1.0\","
            + "\"type\":\"fhir.core\",\"canonical\":\"http://hl7.org/fhir\",\"url\":\"http://hl7.org/fhir/5.0\","
            + "\"license\":\"CC0-1.0\",\"fhirVersions\":[\"4.0.1\"],\"dependencies\":{}}";

    private BaseDefinitions() {}

    /** The whole package; kept from one run to the next. */
    static Path core(Path folder) throws IOException {
        Path archive = folder.resolve("hl7.fhir.r4.core-4.0.1.tgz");
        if (Files.notExists(archive)) {
            Map<String, byte[]> resources = read(STRUCTURES);
            resources.putAll(read(TERMINOLOGY));
            NpmArchive.write(archive, CORE, resources);
        }
        return archive;
    }

    /** The package without its structures. */
    static Path terminology(Path folder) throws IOException {
        Path archive = folder.resolve("hl7.fhir.r4.core-4.0.1-terminology.tgz");
        if (Files.notExists(archive)) {
            NpmArchive.write(archive, CORE, read(TERMINOLOGY));
        }
        return archive;
    }

    /** Extensions of other versions of FHIR, none of which are used here; the validator wants the package. */
    static Path noExtensions(Path folder) throws IOException {
        Path archive = folder.resolve("hl7.fhir.xver-extensions-0.1.0.tgz");
        NpmArchive.write(archive, NO_EXTENSIONS, Map.of());
        return archive;
    }

    private static Map<String, byte[]> read(List<String> bundles) throws IOException {
        Map<String, byte[]> resources = new LinkedHashMap<>();
        JsonParser json = new JsonParser();
        for (String name : bundles) {
            for (Bundle.BundleEntryComponent entry : bundle(name).getEntry()) {
                Resource resource = entry.getResource();
                if (resource instanceof DomainResource described) {
                    described.setText(null);
                }
                resources.put(resource.fhirType() + "-" + resource.getIdPart() + ".json", json.composeBytes(resource));
            }
        }
        return resources;
    }

    private static Bundle bundle(String name) throws IOException {
        try (InputStream in = BaseDefinitions.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new FileNotFoundException(FOLDER + name);
            }
            return (Bundle) new XmlParser(true).parse(in);
        }
    }
}
