package org.fixator.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The build writes both packages, in the layout of FHIR NPM packages, under the version that they state. */
class ContentPackagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"fixator.cpt20697", "fixator.cpt20697.fragments"})
    void thePackageHoldsTheFolderWithItsManifestFirst(String name) throws IOException {
        Path folder = Path.of("fhir-resources", name, "package");
        JsonNode manifest =
                new ObjectMapper().readTree(folder.resolve("package.json").toFile());
        assertThat(manifest.path("name").asText()).isEqualTo(name);

        String version = manifest.path("version").asText();
        Map<String, byte[]> entries = unpack(Path.of("target", name + "-" + version + ".tgz"));

        assertThat(entries.keySet()).first().isEqualTo("package/package.json");
        for (Path file : files(folder)) {
            assertThat(entries.remove("package/" + file.getFileName()))
                    .as(file.toString())
                    .isEqualTo(Files.readAllBytes(file));
        }
        assertThat(entries).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixator.cpt20697", "fixator.cpt20697.fragments"})
    void theJarCarriesTheFolder(String name) throws IOException {
        Path folder = Path.of("fhir-resources", name, "package");
        for (Path file : files(folder)) {
            String resource = "/fhir-resources/" + name + "/package/" + file.getFileName();
            assertThat(ContentPackagesTest.class.getResource(resource))
                    .as(resource)
                    .isNotNull();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Map<String, byte[]> unpack(Path tgz) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new GzipCompressorInputStream(new BufferedInputStream(Files.newInputStream(tgz))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    entries.put(entry.getName(), tar.readAllBytes());
                }
            }
        }
        return entries;
    }
}
