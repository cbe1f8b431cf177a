package org.fixator.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.fixator.catalog.MapDifference;
import org.fixator.catalog.MapDifference.Changes;
import org.fixator.catalog.ReleaseDifference.CodeChange;
import org.fixator.coding.Canonical;
import org.fixator.coding.FhirVersion;
import org.fixator.release.ReleaseIdentity;
import org.junit.jupiter.api.Test;

class ReleaseAnswersTest {

    private static final String URL = "http://example.org/map";
    private static final Job JOB = Job.begun("import-1", ImportRequest.of("gem"), Instant.EPOCH);

    private static ImportReport report() {
        Changes none = new Changes(0, List.of());
        MapDifference difference = new MapDifference(
                new Canonical(URL, "1"),
                new Canonical(URL, "2"),
                10,
                11,
                new Changes(1, List.of(new CodeChange("S", null, "T (equal)"))),
                none,
                new Changes(30, List.of(new CodeChange("A", "B (equal)", "C (equal)"))),
                none);
        ReleaseIdentity identity = new ReleaseIdentity("gem", URL, "2", "Maps", null, null, "none", null);
        return new ImportReport(
                identity, "gem-2", 0, 11, 0, new TreeMap<>(), List.of(), List.of(), List.of(difference), List.of());
    }

    @Test
    void aReportTellsWhichRowsOfAMapChange() {
        String report = new String(new ReleaseAnswers(FhirVersion.R4).report(JOB, report()), StandardCharsets.UTF_8);
        assertThat(report)
                .contains("{\"name\":\"mapDifference\",\"part\":[{\"name\":\"map\",\"valueUri\":\"" + URL + "\"}")
                .contains(
                        "{\"name\":\"retargeted\",\"part\":[{\"name\":\"count\",\"valueInteger\":30},{\"name\":\"code\"")
                .contains("{\"name\":\"was\",\"valueString\":\"B (equal)\"}");
    }

    @Test
    void theListOfJobsTellsTheNumberOfMappings() {
        String jobs = new String(
                new ReleaseAnswers(FhirVersion.R4).jobs(List.of(JOB.withReport(report()))), StandardCharsets.UTF_8);
        assertThat(jobs).contains("{\"name\":\"mappings\",\"valueInteger\":11}");
    }
}
