package org.fixator.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VersionLineTest {

    @Test
    void withoutAVersionTheNewestAnswers() {
        assertThat(line(List.of(held("1.9.0", 3, 0), held("1.10.0", 3, 0))).find(null))
                .isEqualTo("1.10.0");
    }

    @Test
    void aHigherRankAnswersWhateverTheVersion() {
        assertThat(line(List.of(held("1.0.0", 3, 0), held("9.0.0", 2, 0))).find(null))
                .isEqualTo("1.0.0");
        assertThat(line(List.of(held("1.0.0", 1, 0), held("9.0.0", 0, 0))).find(null))
                .isEqualTo("1.0.0");
    }

    @Test
    void anExactVersionAnswersWhateverItsRank() {
        assertThat(line(List.of(held("1.0.0", 3, 0), held("9.0.0", 0, 0))).find("9.0.0"))
                .isEqualTo("9.0.0");
        assertThat(line(List.of(held("1.0.0", 3, 0))).find("9.0.0")).isNull();
    }

    @Test
    void ofOneVersionTheHigherRankAnswers() {
        Held<String> fragment = new Held<>(null, "1", null, 2, 0, "fragment");
        Held<String> complete = new Held<>(null, "1", null, 3, 0, "complete");
        assertThat(line(List.of(complete, fragment)).find("1")).isEqualTo("complete");
        assertThat(line(List.of(fragment, complete)).find(null)).isEqualTo("complete");
        assertThat(line(List.of(fragment, complete)).versions()).containsExactly("1");
    }

    @Test
    void aPatternTakesTheNewestThatItMatches() {
        VersionLine<String> line = line(List.of(held("1.0.0", 3, 0), held("1.2.0", 3, 0), held("2.0.0", 3, 0)));
        assertThat(line.find("1.x")).isEqualTo("1.2.0");
        assertThat(line.find("3.x")).isNull();
    }

    @Test
    void whatHasNoVersionIsOlderThanWhatHas() {
        assertThat(line(List.of(held(null, 3, 0), held("0.1", 3, 0))).find(null))
                .isEqualTo("0.1");
        assertThat(line(List.of(held(null, 3, 0))).find(null)).isEqualTo("none");
        assertThat(line(List.of(held(null, 3, 0))).find("1")).isNull();
    }

    @Test
    void aTieIsAnErrorThatNamesTheVersions() {
        VersionLine<String> line = line(List.of(held("R4", 3, 0), held("STU3", 3, 0)));
        assertThatThrownBy(() -> line.find(null))
                .isInstanceOf(TerminologyException.class)
                .hasMessageContaining("R4, STU3");
        assertThat(line.find("R4")).isEqualTo("R4");
        assertThat(line.latest()).isEqualTo("STU3");
    }

    @Test
    void whatARequestBringsAnswersBeforeNewerStoredVersionsOfTheSameRank() {
        assertThat(line(List.of(held("2.0.0", 3, 0), held("1.0.0", 3, 1))).find(null))
                .isEqualTo("1.0.0");
        assertThat(line(List.of(held("2.0.0", 3, 0), held("1.0.0", 0, 1))).find(null))
                .isEqualTo("2.0.0");
    }

    @Test
    void versionsAreListedOldestFirst() {
        assertThat(line(List.of(held("2.80", 3, 0), held("2.9", 2, 0), held(null, 3, 0)))
                        .versions())
                .containsExactly("2.9", "2.80");
    }

    @Test
    void whatIsPinnedAnswersWhateverTheOrderAndRank() {
        VersionLine<String> line =
                line(List.of(edition("2025", 2024, true), edition("2026", 2025, false), held("9", 3, 0)));
        assertThat(line.find(null)).isEqualTo("2025");
        assertThat(line.find("2026")).isEqualTo("2026");
        assertThat(line(List.of(edition("2025", 2024, true), held("2027", 3, 1)))
                        .find(null))
                .isEqualTo("2027");
    }

    @Test
    void onADayTheVersionInForceAnswers() {
        VersionLine<String> line =
                line(List.of(edition("2025", 2024, false), edition("2026", 2025, false), held("1", 2, 0)));
        assertThat(line.find(null)).isEqualTo("2026");
        assertThat(line.find(null, LocalDate.of(2025, 9, 30))).isEqualTo("2025");
        assertThat(line.find(null, LocalDate.of(2025, 10, 1))).isEqualTo("2026");
        assertThat(line.find("20x", LocalDate.of(2025, 9, 30))).isNull();
        assertThat(line.find("2026", LocalDate.of(2025, 9, 30))).isEqualTo("2026");
        assertThatThrownBy(() -> line.find(null, LocalDate.of(2020, 1, 1)))
                .isInstanceOf(TerminologyException.class)
                .hasMessageContaining("was in force on 2020-01-01");
        assertThat(line(List.of(held("1", 3, 0))).find(null, LocalDate.of(2020, 1, 1)))
                .isEqualTo("1");
    }

    /** In force from October of a year to the next September. */
    private static Held<String> edition(String version, int year, boolean pinned) {
        Edition edition =
                new Edition("release-" + version, LocalDate.of(year, 10, 1), LocalDate.of(year + 1, 9, 30), pinned);
        return new Held<>(new ResourceKey("CodeSystem", version), version, null, 3, 0, edition, version);
    }

    private static Held<String> held(@Nullable String version, int rank, int layer) {
        return new Held<>(null, version, null, rank, layer, version == null ? "none" : version);
    }

    private static VersionLine<String> line(List<Held<String>> held) {
        return new VersionLine<>("http://example.org/x", held);
    }
}
