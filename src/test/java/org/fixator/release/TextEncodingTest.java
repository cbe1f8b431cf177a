package org.fixator.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fixator.release.TextTable.Format;
import org.fixator.release.hcpcs.HcpcsReader;
import org.fixator.release.icd10.Icd10Reader;
import org.fixator.release.nucc.NuccReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextEncodingTest {

    private static final String ORDER =
            "00001 X70     0 Looms                                                        Looms";
    private static final String ORDER_PCS =
            "00001 0X7     0 Looms, Mending                                               Looms, Mending";
    private static final String TAXONOMY = "Code,Grouping,Classification,Specialization,Definition,Notes";
    private static final String RECORD = "Z0001001003Mending of a loom";

    private static TextFile file(String name, String mark, Charset charset, String text) {
        return new TextFile(name, (mark + text + "\r\n").getBytes(charset));
    }

    @Test
    void aByteOrderMarkBeforeAnOrderFileIsPassedOver() {
        TextFile order = file("icd10cm_order_2031.txt", "\uFEFF", StandardCharsets.UTF_8, ORDER);
        assertThat(Concepts.system(Concepts.read(Icd10Reader.diagnoses(), order))
                        .size())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16IsRefusedByItsNameWithOrWithoutAMark(String encoding) {
        Charset charset = Charset.forName(encoding);
        for (String mark : List.of("", "\uFEFF")) {
            assertRefused(Icd10Reader.diagnoses(), file("icd10cm_order_2031.txt", mark, charset, ORDER));
            assertRefused(Icd10Reader.procedures(), file("icd10pcs_order_2031.txt", mark, charset, ORDER_PCS));
            assertRefused(new HcpcsReader(), file("HCPC2031_ANWEB.txt", mark, charset, RECORD));
            assertRefused(new NuccReader(), file("nucc_taxonomy_310.csv", mark, charset, TAXONOMY));
        }
    }

    private static void assertRefused(ReleaseReader reader, TextFile file) {
        assertThatThrownBy(() -> Concepts.read(reader, file))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining(file.name() + ":1: the file is UTF-16, and UTF-8 or ASCII is expected");
    }

    @Test
    void aTableInUtf16IsRefusedByItsName() {
        TextFile table = file("a.csv", "\uFEFF", StandardCharsets.UTF_16LE, "a,b");
        assertThatThrownBy(() -> TextTable.withHeader(
                        table, Format.CSV, StandardCharsets.UTF_8, List.of("a"), ReadingProgress.NONE))
                .hasMessageContaining("a.csv:1: the file is UTF-16");
    }

    @Test
    void aFewBytesAreNoEncoding() {
        for (String text : List.of("", "x", "xy")) {
            assertThat(FileHead.of(new TextFile("a", text.getBytes(StandardCharsets.US_ASCII)))
                            .text())
                    .isEqualTo(text);
        }
    }
}
