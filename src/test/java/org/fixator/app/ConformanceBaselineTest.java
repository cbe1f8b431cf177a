package org.fixator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConformanceBaselineTest {
    private static final List<String> PASSED = List.of(
            "# Written by the conformance runner",
            "# suite-version 1.9.0",
            "r4-hot-cache a/1 pass",
            "r4-hapi-nocache a/1 pass",
            "r5-hot-nocache a/1 pass",
            "r5-hapi-cache a/1 pass");

    @Test
    void aSuiteThatPassedIsClaimed() {
        assertThat(ConformanceBaseline.read(PASSED).passedSuite()).isEqualTo("1.9.0");
    }

    @Test
    void oneFailureLeavesNothingToClaim() {
        List<String> lines = new ArrayList<>(PASSED);
        lines.add("r5-hot-nocache a/2 fail array item count differs");
        assertThat(ConformanceBaseline.read(lines).passedSuite()).isNull();
    }

    @Test
    void aDimensionThatWasNotRunLeavesNothingToClaim() {
        assertThat(ConformanceBaseline.read(PASSED.subList(0, 4)).passedSuite()).isNull();
    }

    @Test
    void nothingRecordedLeavesNothingToClaim() {
        assertThat(ConformanceBaseline.read(List.of()).passedSuite()).isNull();
    }

    @Test
    void theBuildBringsItsBaseline() {
        assertThat(ConformanceBaseline.ofThisBuild().suite()).isNotNull();
        assertThat(ConformanceBaseline.ofThisBuild().dimensions()).contains("r4", "r5", "hot", "hapi");
    }
}
