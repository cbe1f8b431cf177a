package org.fixator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    private final Timestamps timestamps = new Timestamps();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-29T08:30:12Z",
                "2026-11-29T08:30:12.007Z",
                "2026-11-29T08:30:12.070Z",
                "2026-11-29T08:30:12.700Z",
                "2026-11-29T08:30:12.999999999Z",
                "1969-12-31T23:59:59.999Z",
                "1970-01-01T00:00:00Z"
            })
    void writesAnInstantToTheMillisecond(String text) {
        Instant instant = Instant.parse(text);
        assertThat(timestamps.of(instant))
                .isEqualTo(instant.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    @Test
    void writesAsTheInstantItselfInWhateverOrderSecondsCome() {
        Random random = new Random(20697);
        for (int i = 0; i < 2000; i++) {
            Instant instant = Instant.ofEpochMilli(1_790_000_000_000L + random.nextInt(5_000));
            assertThat(timestamps.of(instant)).isEqualTo(instant.toString());
        }
    }
}
