package org.fixator.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionOrderTest {

    /** Each row is a list of versions, oldest first. */
    @ParameterizedTest
    @CsvSource({
        "1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0 1.2.0 1.10.0",
        "2025 2025-04 2026 2026-04 2027",
        "2026-01 2026-04 2026-07 2026-10 2027-01",
        "20231101 20240502",
        "2024 2024-05 2024-05-02 2024-05-02T10:00:00Z 2025",
        "2 9 10",
        "2.9 2.19 2.71 2.80",
        "9.0 21.1 25.0 25.1",
        "9.1 9.2-beta 9.2",
        "v1 v2 v2b v10",
        "1.0 1.0.1 1.1"
    })
    void ordersAsPublishersDo(String row) {
        List<String> versions = List.of(row.split(" "));
        List<String> shuffled = new ArrayList<>(versions);
        Collections.shuffle(shuffled, new Random(42));
        VersionOrder order = VersionOrder.of(List.of(), versions);
        assertThat(order.sorted(shuffled)).isEqualTo(versions);
        assertThat(order.newest(shuffled)).contains(versions.get(versions.size() - 1));
    }

    @Test
    void aStatedAlgorithmComesBeforeWhatVersionsLookLike() {
        List<String> releases = List.of("01052026", "12012025", "02022026");
        assertThat(VersionOrder.of(List.of("mmddyyyy", "mmddyyyy", "mmddyyyy"), releases)
                        .sorted(releases))
                .containsExactly("12012025", "01052026", "02022026");
        List<String> letters = List.of("beta", "alpha");
        assertThat(VersionOrder.of(List.of("alpha"), letters).newest(letters)).contains("beta");
    }

    @Test
    void aStatedAlgorithmThatCannotReadTheVersionsIsNotUsed() {
        List<String> versions = List.of("2.9", "2.80");
        assertThat(VersionOrder.of(List.of("integer"), versions).newest(versions))
                .contains("2.80");
        assertThat(VersionOrder.of(List.of("$this > %other"), versions).newest(versions))
                .contains("2.80");
    }

    @Test
    void versionsThatShareNoOrderAreATie() {
        for (List<String> tie : List.of(
                List.of("draft", "final"),
                List.of("R4", "STU3"),
                List.of("2018-08-12", "3.0.0"),
                List.of("1.0.0+a", "1.0.0+b"))) {
            VersionOrder order = VersionOrder.of(List.of(), tie);
            assertThat(order.newest(tie)).as("%s", tie).isEmpty();
            assertThat(order.compare(tie.get(0), tie.get(1))).isZero();
        }
    }

    @Test
    void aTieBelowTheNewestDoesNotMatter() {
        List<String> versions = List.of("1.0.0+a", "2.0.0", "1.0.0+b");
        assertThat(VersionOrder.of(List.of(), versions).newest(versions)).contains("2.0.0");
    }

    @Test
    void editionsOfSnomedAreOrderedByDateWithinAnEditionOnly() {
        String international = "http://snomed.info/sct/900000000000207008/version/";
        String american = "http://snomed.info/sct/731000124108/version/";
        List<String> one = List.of(international + "20250901", international + "20250801");
        assertThat(VersionOrder.of(List.of(), one).newest(one)).contains(international + "20250901");
        List<String> two = List.of(international + "20250901", american + "20250801");
        assertThat(VersionOrder.of(List.of(), two).newest(two)).isEmpty();
    }

    @Test
    void aSingleVersionIsTheNewestWhateverItLooksLike() {
        assertThat(VersionOrder.of(List.of(), List.of("draft")).newest(List.of("draft")))
                .contains("draft");
        assertThat(VersionOrder.of(List.of(), List.of()).newest(List.of())).isEmpty();
    }
}
