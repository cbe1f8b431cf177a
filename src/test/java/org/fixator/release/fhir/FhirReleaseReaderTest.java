package org.fixator.release.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.fixator.release.PackagedResource;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseOptions;
import org.fixator.release.SampleFile;
import org.junit.jupiter.api.Test;

class FhirReleaseReaderTest {

    private static final String MANIFEST = "{\"name\":\"example.pack\",\"version\":\"1.2.3\",\"title\":\"Example\","
            + "\"canonical\":\"http://example.org/fhir\",\"fhirVersions\":[\"4.0.1\"],\"license\":\"CC0-1.0\"}";

    private final FhirReleaseReader reader = new FhirReleaseReader();

    private ReleaseContent read(ReleaseFile... files) {
        return reader.read(List.of(files), ReleaseOptions.NONE, ReadingProgress.NONE);
    }

    private static String system(String id, String url, String content) {
        return "{\"resourceType\":\"CodeSystem\",\"id\":\"" + id + "\",\"url\":\"" + url
                + "\",\"version\":\"1\",\"content\":\"" + content + "\",\"count\":1.0}";
    }

    private static ReleaseFile file(String name, String text) {
        return SampleFile.of(name, text);
    }

    @Test
    void aPackageThatIsCutIsCalledIncomplete() throws IOException {
        byte[] whole;
        try (InputStream in = archive(
                        "package/package.json",
                        MANIFEST,
                        "package/a.json",
                        system("a", "http://example.org/fhir/CodeSystem/a", "complete"))
                .open()) {
            whole = in.readAllBytes();
        }
        for (int missing : List.of(1, 9, whole.length / 3)) {
            ReleaseFile cut = new Bytes("cut.tgz", Arrays.copyOf(whole, whole.length - missing));
            assertThatThrownBy(() -> read(cut)).hasMessageContaining("cut.tgz: the archive is incomplete");
        }
    }

    @Test
    void whatHasNoNameIsReadByItsBeginning() {
        String one = system("a", "http://example.org/a", "complete");
        String two = system("b", "http://example.org/b", "complete");
        assertThat(read(file("fhir", one)).resources()).hasSize(1);
        assertThat(read(file("fhir", one.replace("{", "{\n"))).resources()).hasSize(1);
        assertThat(read(file("fhir", one + "\n" + two + "\n")).resources()).hasSize(2);
        assertThatThrownBy(() -> read(file("fhir", "LICENSE of something")))
                .hasMessageContaining("there is no terminology in it");
    }

    @Test
    void aPackageIsReadWithItsNameBeforeIds() throws IOException {
        ReleaseContent content = read(archive(
                "package/package.json", MANIFEST,
                "package/a.json", system("a", "http://example.org/fhir/CodeSystem/a", "complete"),
                "package/example/b.json", system("b", "http://example.org/fhir/CodeSystem/b", "complete")));
        assertThat(content.identity().version()).isEqualTo("1.2.3");
        assertThat(content.identity().system()).isEqualTo("http://example.org/fhir");
        assertThat(content.identity().licence()).isEqualTo("CC0-1.0");
        assertThat(content.resources()).singleElement().satisfies(resource -> {
            assertThat(resource.id()).isEqualTo("example.pack-a");
            assertThat(new String(resource.json(), UTF_8))
                    .contains("\"id\":\"example.pack-a\"")
                    .contains("1.0");
        });
    }

    @Test
    void aFolderWithAManifestIsAPackage() {
        ReleaseContent content = read(
                file("pack/package.json", MANIFEST),
                file("pack/README.md", "no JSON"),
                file("pack/a.json", system("a", "http://example.org/fhir/CodeSystem/a", "complete")));
        assertThat(content.resources()).extracting(PackagedResource::id).containsExactly("example.pack-a");
    }

    @Test
    void whatOthersPublishAndWhatIsEmptyIsLeftOut() {
        ReleaseContent content = read(
                file("package.json", MANIFEST),
                file("a.json", system("a", "http://example.org/fhir/CodeSystem/a", "complete")),
                file("b.json", system("b", "http://terminology.hl7.org/CodeSystem/b", "complete")),
                file("c.json", system("c", "http://hl7.org/fhir/c", "complete")),
                file("d.json", system("d", "http://hl7.org/fhir/us/d", "complete")),
                file("e.json", system("e", "http://loinc.org", "not-present")),
                file("f.json", "{\"resourceType\":\"Patient\",\"id\":\"f\"}"));
        assertThat(content.resources())
                .extracting(PackagedResource::id)
                .containsExactly("example.pack-a", "example.pack-d");
        assertThat(content.notes())
                .containsExactly(
                        "2 CodeSystem resources were left out because another package publishes them and this one"
                                + " copies them, such as http://terminology.hl7.org/CodeSystem/b.",
                        "Code systems without content were left out: http://loinc.org|1.",
                        "1 resources of type Patient were left out.");
    }

    @Test
    void singleResourcesKeepTheirIds() {
        ReleaseContent content = read(file("lines.ndjson", system("a", "http://example.org/a", "complete")));
        assertThat(content.resources()).extracting(PackagedResource::id).containsExactly("a");
        assertThat(content.identity().system()).isEqualTo("http://example.org/a");
        assertThat(content.identity().version()).isEqualTo("1");
    }

    @Test
    void refusesWhatCannotBeOneRelease() {
        String one = system("a", "http://example.org/a", "complete");
        assertThatThrownBy(() -> read(file("a.json", one), file("b.json", one)))
                .isInstanceOf(ReleaseException.class)
                .hasMessage("b.json: CodeSystem/a is also in a.json");
        assertThatThrownBy(() -> read(file("a.json", one), file("b.json", one.replace("\"id\":\"a\"", "\"id\":\"b\""))))
                .hasMessageContaining("CodeSystem http://example.org/a|1 is also in a.json");
        assertThatThrownBy(() -> read(file("x/package.json", MANIFEST), file("y/package.json", MANIFEST)))
                .hasMessageContaining("two packages");
        assertThatThrownBy(() -> read(file("package.json", MANIFEST.replace("4.0.1", "5.0.0")), file("a.json", one)))
                .hasMessageContaining("FHIR [5.0.0]");
        assertThatThrownBy(() -> read(file("a.json", "{\"resourceType\":\"Patient\",\"id\":\"f\"}")))
                .hasMessageContaining("no terminology");
        assertThatThrownBy(() -> read(file("a.json", "{"))).hasMessageContaining("a.json: it is not JSON");
    }

    @Test
    void anArchiveThatLeadsOutOfItselfIsRefused() throws IOException {
        ReleaseFile evil = archive("package/package.json", MANIFEST, "package/../../a.json", "{}");
        assertThatThrownBy(() -> read(evil)).hasMessageContaining("leads out");
    }

    private static ReleaseFile archive(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                byte[] text = namesAndTexts[i + 1].getBytes(UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(namesAndTexts[i]);
                entry.setSize(text.length);
                tar.putArchiveEntry(entry);
                tar.write(text);
                tar.closeArchiveEntry();
            }
        }
        return new Bytes("pack.tgz", bytes.toByteArray());
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Bytes(String name, byte[] bytes) implements ReleaseFile {

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
