package org.fixator.release.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.fixator.release.OfficialFiles;
import org.fixator.release.ReleaseReader;
import org.fixator.release.TextFile;
import org.junit.jupiter.api.Test;

class ReleaseReadersTest {

    private static final ReleaseReaders ALL = ReleaseReaders.all();

    @Test
    void everyKindHasOneReader() {
        List<String> kinds = ALL.readers().stream().map(ReleaseReader::kind).toList();
        assertThat(new HashSet<>(kinds)).hasSameSizeAs(kinds);
        assertThat(kinds).contains("icd-10-cm", "icd-10-pcs", "hcpcs", "nucc", "pos", "gem");
        assertThat(ALL.ofKind("hcpcs")).isPresent();
        assertThat(ALL.ofKind("tea-leaves")).isEmpty();
    }

    @Test
    void filesAreRecognisedByTheirShape() {
        assertThat(kind("icd10cm-2026")).isEqualTo("icd-10-cm");
        assertThat(kind("icd10cm-2021")).isEqualTo("icd-10-cm");
        assertThat(kind("icd10pcs-2026")).isEqualTo("icd-10-pcs");
        assertThat(kind("hcpcs-2020")).isEqualTo("hcpcs");
        assertThat(kind("gems-2018")).isEqualTo("gem");
        assertThat(ALL.recognising(List.of(TextFile.of("a.txt", "nothing known"))))
                .isEmpty();
    }

    private static String kind(String folder) {
        return ALL.recognising(OfficialFiles.open(folder))
                .map(ReleaseReader::kind)
                .orElse("none");
    }
}
