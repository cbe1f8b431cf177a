package org.fixator.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FhirPackageReaderTest {

    private static final String SYSTEM =
            "{\"resourceType\":\"CodeSystem\",\"id\":\"a\",\"url\":\"http://example.org/a\"}";
    private static final String SET = "{\"resourceType\":\"ValueSet\",\"id\":\"b\"}";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    @Test
    void readsFoldersInTheOrderOfNames() throws IOException {
        write("z.json", SET);
        write("deep/er/a.json", SYSTEM);
        write("README.md", "not JSON");
        assertThat(read(directory)).extracting(PackagedResource::type).containsExactly("CodeSystem", "ValueSet");
    }

    @Test
    void readsSingleFiles() throws IOException {
        List<PackagedResource> read = read(write("a.json", "\uFEFF" + SYSTEM));
        assertThat(read).singleElement().satisfies(resource -> {
            assertThat(resource.id()).isEqualTo("a");
            assertThat(new String(resource.json(), UTF_8)).isEqualTo(SYSTEM);
            assertThat(resource.origin()).endsWith("a.json");
        });
    }

    @Test
    void readsTheEntriesOfBundlesWithNumbersAsWritten() throws IOException {
        String bundle = "{\"resourceType\":\"Bundle\",\"entry\":[{\"fullUrl\":\"x\",\"resource\":"
                + "{\"resourceType\":\"CodeSystem\",\"d\":1.00}},{\"request\":{}},{\"resource\":" + SET + "}]}";
        List<PackagedResource> read = read(write("bundle.json", bundle));
        assertThat(read).extracting(PackagedResource::type).containsExactly("CodeSystem", "ValueSet");
        assertThat(new String(read.get(0).json(), UTF_8)).contains("1.00");
        assertThat(read.get(1).origin()).endsWith("bundle.json:entry[2]");
    }

    @Test
    void readsNdjsonLineByLine() throws IOException {
        List<PackagedResource> read = read(write("all.ndjson", SYSTEM + "\r\n\n" + SET));
        assertThat(read).extracting(PackagedResource::type).containsExactly("CodeSystem", "ValueSet");
        assertThat(read.get(1).origin()).endsWith("all.ndjson:3");
    }

    @Test
    void readsPackagesWithoutTheirOwnFiles() throws IOException {
        Path tgz = tgz(Map.of(
                "package/package.json", "{\"name\":\"example\"}",
                "package/.index.json", "{}",
                "package/CodeSystem-a.json", SYSTEM,
                "package/example/ValueSet-b.json", SET,
                "package/other/ig.json", "{}"));
        assertThat(read(tgz)).singleElement().satisfies(resource -> assertThat(resource.origin())
                .endsWith("package.tgz!package/CodeSystem-a.json"));
    }

    @Test
    void readsUnpackedPackagesTheSameWay() throws IOException {
        write("package/package.json", "{}");
        write("package/CodeSystem-a.json", SYSTEM);
        write("package/example/ValueSet-b.json", SET);
        assertThat(read(directory)).hasSize(1);
    }

    @Test
    void namesTheFileThatIsBroken() throws IOException {
        Path file = write("broken.json", "{\"resourceType\":\"CodeSystem\",\n\"id\":}");
        assertThatThrownBy(() -> read(directory))
                .isInstanceOf(ReleaseException.class)
                .hasMessageStartingWith(file + ": it is not JSON: ")
                .hasMessageContaining("line 2");
    }

    @Test
    void refusesWhatIsNoResource() throws IOException {
        assertThatThrownBy(() -> read(write("a.json", "{\"a\":1}"))).hasMessageContaining("no resourceType");
        assertThatThrownBy(() -> read(write("b.json", "[]"))).hasMessageContaining("no resourceType");
        assertThatThrownBy(() -> read(write("c.json", SYSTEM + "x"))).hasMessageContaining("not JSON");
        assertThatThrownBy(() -> read(write("d.txt", "x"))).hasMessageContaining("neither a folder nor a file of type");
        assertThatThrownBy(() -> read(directory.resolve("gone"))).hasMessageContaining("does not exist");
    }

    @Test
    void refusesEntriesThatLeadOutOfThePackage() throws IOException {
        for (String name :
                List.of("package/../../evil.json", "/etc/evil.json", "package\\..\\evil.json", "C:/evil.json")) {
            Path tgz = tgz(Map.of(name, SYSTEM));
            assertThatThrownBy(() -> read(tgz)).as(name).hasMessageContaining("leads out of the package");
        }
    }

    @Test
    void refusesWhatIsNoArchive() throws IOException {
        assertThatThrownBy(() -> read(write("a.tgz", "not gzip"))).isInstanceOf(ReleaseException.class);
        Path cut = tgz(Map.of("package/a.json", SYSTEM));
        byte[] bytes = Files.readAllBytes(cut);
        Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> read(cut)).isInstanceOf(ReleaseException.class).hasMessageContaining("package.tgz");
    }

    @Test
    void refusesMoreThanItsLimits() throws IOException {
        Path two = tgz(new LinkedHashMap<>(Map.of("package/a.json", SYSTEM, "package/b.json", SET)));
        assertThatThrownBy(() -> read(two, new PackageLimits(1, 1000, 1000, 100)))
                .hasMessageContaining("more than 1 files");
        assertThatThrownBy(() -> read(two, new PackageLimits(9, 30, 1000, 100)))
                .hasMessageContaining("larger than 30 bytes");
        assertThatThrownBy(() -> read(two, new PackageLimits(9, 1000, 70, 100)))
                .hasMessageContaining("all files together are larger than 70 bytes");
    }

    @Test
    void refusesArchivesThatUnpackToFarMoreThanTheirSize() throws IOException {
        Path bomb = directory.resolve("package.tgz");
        try (TarArchiveOutputStream tar = tar(bomb)) {
            TarArchiveEntry entry = new TarArchiveEntry("package/a.bin");
            entry.setSize(64L << 20);
            tar.putArchiveEntry(entry);
            for (int i = 0; i < 64; i++) {
                tar.write(new byte[1 << 20]);
            }
            tar.closeArchiveEntry();
            TarArchiveEntry next = new TarArchiveEntry("package/b.json");
            next.setSize(SET.length());
            tar.putArchiveEntry(next);
            tar.write(SET.getBytes(UTF_8));
            tar.closeArchiveEntry();
        }
        assertThatThrownBy(() -> read(bomb)).hasMessageContaining("200 times its size");
    }

    @Test
    void refusesNestingThatExhaustsReaders() throws IOException {
        String deep = "{\"resourceType\":\"CodeSystem\",\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThatThrownBy(() -> read(write("deep.json", deep))).isInstanceOf(ReleaseException.class);
    }

    private Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Path tgz(Map<String, String> entries) throws IOException {
        Path file = directory.resolve("package.tgz");
        try (TarArchiveOutputStream tar = tar(file)) {
            for (Map.Entry<String, String> text : entries.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(text.getKey(), true);
                entry.setSize(text.getValue().getBytes(UTF_8).length);
                tar.putArchiveEntry(entry);
                tar.write(text.getValue().getBytes(UTF_8));
                tar.closeArchiveEntry();
            }
        }
        return file;
    }

    private static TarArchiveOutputStream tar(Path file) throws IOException {
        OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file));
        return new TarArchiveOutputStream(gzip, "UTF-8");
    }

    private static List<PackagedResource> read(Path source) {
        return read(source, PackageLimits.DEFAULT);
    }

    private static List<PackagedResource> read(Path source, PackageLimits limits) {
        List<PackagedResource> resources = new ArrayList<>();
        new FhirPackageReader(limits).read(source, resources::add);
        return resources;
    }
}
