package org.fixator.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseFilesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    @Test
    void opensFoldersWithAllThatIsBelowThemInTheOrderOfNames() throws IOException {
        Files.createDirectories(directory.resolve("release/deep/er"));
        Files.writeString(directory.resolve("release/z.txt"), "z");
        Files.writeString(directory.resolve("release/deep/er/a.txt"), "a");
        Files.writeString(directory.resolve("release/.hidden"), "h");
        assertThat(open(directory.resolve("release")))
                .extracting(ReleaseFile::name)
                .containsExactly("release/deep/er/a.txt", "release/z.txt");
    }

    @Test
    void opensTheEntriesOfAZipWhateverItsNameIs() throws IOException {
        Path zip = zip("upload", "b/two.txt", "second", "a/one.txt", "first", "__MACOSX/a/._one.txt", "x");
        List<ReleaseFile> files = open(zip);
        assertThat(files).extracting(ReleaseFile::name).containsExactly("upload!a/one.txt", "upload!b/two.txt");
        assertThat(read(files.get(0))).isEqualTo("first");
        assertThat(read(files.get(0))).as("a second time").isEqualTo("first");
        assertThat(files.get(1).size()).isEqualTo(6);
    }

    @Test
    void takesAnOfficeDocumentAsOneFile() throws IOException {
        Path document = zip("table.xlsx", "[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<workbook/>");
        assertThat(open(document)).extracting(ReleaseFile::name).containsExactly("table.xlsx");
    }

    @Test
    void refusesEntriesThatLeadOut() throws IOException {
        for (String name : List.of("../evil.txt", "/etc/passwd", "a/../../b", "C:\\evil.txt", "..\\evil.txt")) {
            Path zip = zip("evil.zip", name, "x");
            assertThatThrownBy(() -> open(zip))
                    .isInstanceOf(ReleaseException.class)
                    .hasMessageContaining("leads out of the package");
        }
    }

    @Test
    void refusesWhatUnpacksToFarMoreThanItIs() throws IOException {
        Path zip = zip("bomb.zip", "zeros.txt", "0".repeat(40 << 20));
        assertThatThrownBy(() -> open(zip))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("bomb.zip!zeros.txt")
                .hasMessageContaining("200 times");
    }

    @Test
    void refusesMoreFilesAndBytesThanTheLimits() throws IOException {
        Path zip = zip("many.zip", "a", "1", "b", "22", "c", "333");
        assertThatThrownBy(() -> ReleaseFiles.open(List.of(zip), new PackageLimits(2, 100, 100, 200)))
                .hasMessageContaining("more than 2 files");
        assertThatThrownBy(() -> ReleaseFiles.open(List.of(zip), new PackageLimits(9, 2, 100, 200)))
                .hasMessageContaining("larger than 2 bytes");
        assertThatThrownBy(() -> ReleaseFiles.open(List.of(zip), new PackageLimits(9, 100, 5, 200)))
                .hasMessageContaining("all files together are larger than 5 bytes");
    }

    @Test
    void refusesAnArchiveThatIsCut() throws IOException {
        byte[] whole = Files.readAllBytes(zip("whole.zip", "a.txt", "text"));
        Path cut = directory.resolve("cut.zip");
        Files.write(cut, Arrays.copyOf(whole, whole.length - 10));
        assertThatThrownBy(() -> open(cut))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining(
                        "cut.zip: the archive is incomplete: its end, which lists what is in it, is missing");
        int list = indexOf(whole, new byte[] {'P', 'K', 1, 2});
        whole[list] = 0;
        Files.write(cut, whole);
        assertThatThrownBy(() -> open(cut)).hasMessageContaining("cut.zip: it is not a zip archive that can be read");
    }

    @Test
    void refusesAnEntryWhoseChecksumIsWrong() throws IOException {
        Path zip = zip("spoiled.zip", "a.txt", "x");
        byte[] bytes = Files.readAllBytes(zip);
        int directoryEntry = indexOf(bytes, new byte[] {'P', 'K', 1, 2});
        bytes[directoryEntry + 16] ^= 1;
        Files.write(zip, bytes);
        ReleaseFile file = open(zip).get(0);
        assertThatThrownBy(() -> read(file)).hasMessageContaining("size or checksum differ");
    }

    @Test
    void refusesAPathThatDoesNotExist() {
        assertThatThrownBy(() -> open(directory.resolve("nothing.txt"))).hasMessage("nothing.txt: it does not exist");
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        int at = 0;
        while (!Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
            at++;
        }
        return at;
    }

    private static List<ReleaseFile> open(Path path) {
        return ReleaseFiles.open(List.of(path), PackageLimits.DEFAULT);
    }

    private static String read(ReleaseFile file) throws IOException {
        try (InputStream in = file.open()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private Path zip(String name, String... entriesAndTexts) throws IOException {
        Path zip = directory.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int i = 0; i < entriesAndTexts.length; i += 2) {
                out.putNextEntry(new ZipEntry(entriesAndTexts[i]));
                out.write(entriesAndTexts[i + 1].getBytes(UTF_8));
                out.closeEntry();
            }
        }
        return zip;
    }
}
