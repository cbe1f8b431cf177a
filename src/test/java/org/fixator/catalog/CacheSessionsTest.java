package org.fixator.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fixator.catalog.Resources.LETTERS;
import static org.fixator.catalog.Resources.brought;
import static org.fixator.catalog.Resources.letters;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.fixator.coding.FhirVersion;
import org.fixator.issue.TerminologyException;
import org.junit.jupiter.api.Test;

class CacheSessionsTest {

    private static final CacheLimits LIMITS = new CacheLimits(2, 3, 100_000, Duration.ofMinutes(10));

    private final Ticking clock = new Ticking();
    private final CacheSessions sessions = new CacheSessions(LIMITS, clock);
    private final Snapshot base = Snapshot.of(List.of());

    @Test
    void anOpenCacheKeepsWhatRequestsBring() {
        String id = sessions.start(FhirVersion.R4, false, List.of());
        assertThat(knows(view(id, brought(letters("1", "A"))), "1")).isTrue();
        assertThat(knows(view(id), "1")).isTrue();
        assertThat(view(id)).isSameAs(view(id, brought(letters("1", "A"))));
    }

    @Test
    void aSealedCacheKeepsWhatItWasStartedWith() {
        String id = sessions.start(FhirVersion.R4, true, List.of(brought(letters("1", "A"))));
        assertThat(knows(view(id, brought(letters("2", "A"))), "2")).isTrue();
        assertThat(knows(view(id), "2")).isFalse();
        assertThat(knows(view(id), "1")).isTrue();
    }

    @Test
    void aCacheFollowsWhatIsStored() {
        String id = sessions.start(FhirVersion.R4, false, List.of(brought(letters("1", "A"))));
        Snapshot.Edit edit = base.edit();
        edit.put(new ResourceKey("CodeSystem", "b"), Resources.content(letters("2", "A")));
        Snapshot later = edit.freeze();
        Snapshot view = sessions.view(id, FhirVersion.R4, later, List.of());
        assertThat(view.codeSystems().versions(LETTERS)).containsExactly("1", "2");
    }

    @Test
    void anIdThatWasNeverGivenOutIsUnknown() {
        assertUnknown("made-up");
    }

    @Test
    void cachesBelongToTheirEndpoint() {
        String id = sessions.start(FhirVersion.R5, false, List.of());
        assertUnknown(id);
    }

    @Test
    void endingIsFinalAndMayBeRepeated() {
        String id = sessions.start(FhirVersion.R4, false, List.of());
        sessions.end(id);
        sessions.end(id);
        assertUnknown(id);
    }

    @Test
    void aCacheThatNobodyUsesGoes() {
        String id = sessions.start(FhirVersion.R4, false, List.of());
        clock.pass(Duration.ofMinutes(9));
        sessions.touch(id, FhirVersion.R4);
        clock.pass(Duration.ofMinutes(9));
        assertThat(view(id)).isNotNull();
        clock.pass(Duration.ofMinutes(11));
        assertUnknown(id);
    }

    @Test
    void theOneUsedLongestAgoMakesRoom() {
        String first = sessions.start(FhirVersion.R4, false, List.of());
        clock.pass(Duration.ofSeconds(1));
        String second = sessions.start(FhirVersion.R4, false, List.of());
        clock.pass(Duration.ofSeconds(1));
        view(first);
        clock.pass(Duration.ofSeconds(1));
        sessions.start(FhirVersion.R4, false, List.of());
        assertThat(view(first)).isNotNull();
        assertUnknown(second);
    }

    @Test
    void aCacheHoldsNoMoreThanItMay() {
        String id = sessions.start(FhirVersion.R4, false, List.of());
        view(id, brought(letters("1", "A")), brought(letters("2", "A")), brought(letters("3", "A")));
        assertThatThrownBy(() -> view(id, brought(letters("4", "A"))))
                .isInstanceOf(TerminologyException.class)
                .hasMessageContaining("more than 3 resources");
    }

    private Snapshot view(String id, Brought... brought) {
        return sessions.view(id, FhirVersion.R4, base, List.of(brought));
    }

    private static boolean knows(Snapshot snapshot, String version) {
        return snapshot.codeSystems().find(LETTERS, version) != null;
    }

    private void assertUnknown(String id) {
        assertThatThrownBy(() -> view(id))
                .isInstanceOfSatisfying(
                        TerminologyException.class, e -> assertThat(e.status()).isEqualTo(404));
    }

    /** A clock that a test moves on. */
    private static final class Ticking extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
