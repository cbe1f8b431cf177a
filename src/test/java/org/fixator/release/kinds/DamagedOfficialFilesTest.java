package org.fixator.release.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fixator.release.OfficialFiles;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Official files with one thing wrong in them: each is refused with its name, and with the line where it has lines. */
class DamagedOfficialFilesTest {

    private static final String FILES =
            """
            icd-10-cm,  icd10cm-2026/icd10cm_order_2026.txt
            icd-10-pcs, icd10pcs-2026/icd10pcs_order_2026.txt
            hcpcs,      hcpcs-2020/HCPC2020_ANWEB_w_disclaimer.txt
            gem,        gems-2018/2018_I10gem.txt
            gem,        gems-2018/2018_I9gem.txt
            """;

    private static final int SOMEWHERE = 3_000;

    @ParameterizedTest
    @CsvSource(textBlock = FILES)
    void aLineThatIsCutIsRefused(String kind, String path) throws IOException {
        List<byte[]> lines = lines(path);
        byte[] line = lines.get(SOMEWHERE);
        lines.set(SOMEWHERE, Arrays.copyOf(line, 9));
        refusedAt(kind, path, lines, SOMEWHERE + 1);
    }

    @ParameterizedTest
    @CsvSource(textBlock = FILES)
    void aFileThatEndsWithinALineIsRefused(String kind, String path) throws IOException {
        List<byte[]> lines = lines(path).subList(0, SOMEWHERE);
        byte[] last = lines.get(SOMEWHERE - 1);
        lines.set(SOMEWHERE - 1, Arrays.copyOf(last, 9));
        refusedAt(kind, path, lines, SOMEWHERE);
    }

    @ParameterizedTest
    @CsvSource(textBlock = FILES)
    void aLineThatStandsTwiceIsRefused(String kind, String path) throws IOException {
        List<byte[]> lines = lines(path);
        int doubled = SOMEWHERE;
        while (kind.equals("hcpcs") && !startsARecord(lines.get(doubled))) {
            doubled++;
        }
        lines.add(doubled, lines.get(doubled));
        refusedAt(kind, path, lines, doubled + 2);
    }

    @ParameterizedTest
    @CsvSource(textBlock = FILES)
    void bytesThatAreNoTextAreRefused(String kind, String path) throws IOException {
        List<byte[]> lines = lines(path);
        byte[] line = lines.get(SOMEWHERE).clone();
        line[line.length / 2] = 0;
        lines.set(SOMEWHERE, line);
        refusedAt(kind, path, lines, SOMEWHERE + 1);
    }

    @ParameterizedTest
    @CsvSource(textBlock = FILES)
    void anEmptyFileIsRefused(String kind, String path) {
        assertThatThrownBy(() -> read(kind, path, new byte[0], null)).isInstanceOf(ReleaseException.class);
    }

    @ParameterizedTest
    @CsvSource(textBlock = FILES)
    void anotherYearThanTheFileSaysIsRefused(String kind, String path) throws IOException {
        byte[] whole = join(lines(path));
        assertThatThrownBy(() -> read(kind, path, whole, kind.equals("hcpcs") ? "2019-01" : "2019"))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("2019");
    }

    private static boolean startsARecord(byte[] line) {
        String text = new String(line, StandardCharsets.ISO_8859_1);
        return text.length() > 12 && "37".indexOf(text.charAt(10)) >= 0;
    }

    private static void refusedAt(String kind, String path, List<byte[]> lines, int line) {
        assertThatThrownBy(() -> read(kind, path, join(lines), null))
                .isInstanceOfSatisfying(
                        ReleaseException.class, e -> assertThat(e.file()).isEqualTo(name(path) + ":" + line));
    }

    private static void read(String kind, String path, byte[] bytes, @Nullable String version) {
        ReleaseFile file = new ReleaseFile() {
            @Override
            public String name() {
                return DamagedOfficialFilesTest.name(path);
            }

            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
        ReleaseReaders.all()
                .ofKind(kind)
                .orElseThrow()
                .read(List.of(file), new ReleaseOptions(version, true, List.of()), ReadingProgress.NONE);
    }

    private static String name(String path) {
        return path.substring(path.indexOf('/') + 1);
    }

    private static List<byte[]> lines(String path) throws IOException {
        try (InputStream in = OfficialFiles.open(path).get(0).open()) {
            String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            return new ArrayList<>(Arrays.stream(text.split("(?<=\n)"))
                    .map(line -> line.getBytes(StandardCharsets.ISO_8859_1))
                    .toList());
        }
    }

    /** Each line as it was, with its end, also where it was cut. */
    private static byte[] join(List<byte[]> lines) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            all.writeBytes(line);
            if (line[line.length - 1] != '\n') {
                all.write('\n');
            }
        }
        return all.toByteArray();
    }
}
