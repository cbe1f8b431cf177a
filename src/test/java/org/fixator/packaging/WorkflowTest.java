package org.fixator.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WorkflowTest {
    private static final Path FOLDER = Path.of(".github");

    private static YamlMap job() throws IOException {
        return YamlMap.read(FOLDER.resolve("workflows").resolve("ci.yml"))
                .map("jobs")
                .map("verify");
    }

    @Test
    void runsTheScriptOnBothJdks() throws IOException {
        assertThat(job().map("strategy").map("matrix").list("java")).containsExactly("17", "25");
        assertThat(job().list("steps"))
                .anySatisfy(step -> assertThat(step).startsWith("{run=.ci/run"))
                .anySatisfy(step -> assertThat(step).contains("java-version=${{ matrix.java }}"));
    }

    @Test
    void scriptsThatItRunsAreExecutable() {
        assertThat(Path.of(".ci", "run")).isExecutable();
        assertThat(Path.of(".ci", "smoke")).isExecutable();
        assertThat(Path.of("src", "docs", "calls", "check")).isExecutable();
        assertThat(Path.of("src", "docs", "calls", "render")).isExecutable();
    }

    @Test
    void renovateAsksOnceAMonthForAllTogether() throws IOException {
        JsonNode renovate =
                new ObjectMapper().readTree(FOLDER.resolve("renovate.json").toFile());
        assertThat(renovate.path("extends").toString()).contains("schedule:monthly");
        assertThat(renovate.path("packageRules").path(0).path("groupName").asText())
                .isEqualTo("all dependencies");
    }
}
