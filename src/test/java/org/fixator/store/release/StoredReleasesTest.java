package org.fixator.store.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.fixator.app.ServingContent;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.Provenance;
import org.fixator.catalog.Releases;
import org.fixator.catalog.Snapshot;
import org.fixator.catalog.StoredRelease;
import org.fixator.catalog.StoredRelease.State;
import org.fixator.codesystem.CodeSystemBuilder;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.coding.Canonical;
import org.fixator.issue.TerminologyException;
import org.fixator.release.PackagedResource;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseIdentity;
import org.fixator.store.ResourceWriter;
import org.fixator.store.artifact.ArtifactStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Releases in a running server. Each test takes its releases away again. */
class StoredReleasesTest extends ServingContent {

    private static final String URL = "http://example.org/fhir/CodeSystem/invented-procedures";
    private static final Provenance PROVENANCE = new Provenance(
            List.of(new Provenance.SourceFile("codes.txt", "ab".repeat(32), 12)), "job-1", Instant.EPOCH);

    @Autowired
    Releases releases;

    @Autowired
    Catalog catalog;

    @Autowired
    ArtifactStore artifacts;

    @Autowired
    ResourceWriter writer;

    @AfterEach
    void removeAll() {
        releases.list().forEach(release -> releases.remove(release.id()));
    }

    private static TableCodeSystem system(String version, String... codes) {
        return systemOf(URL, version, codes);
    }

    private static TableCodeSystem systemOf(String url, String version, String... codes) {
        CodeSystemBuilder builder = new CodeSystemBuilder();
        builder.describe(CodeSystemDescription.of(new Canonical(url, version)));
        for (String code : codes) {
            builder.add(code, "Display of " + code + " in " + version);
        }
        return builder.build();
    }

    private static ReleaseContent content(String version, String... codes) {
        int year = Integer.parseInt(version);
        ReleaseIdentity identity = new ReleaseIdentity(
                "invented",
                URL,
                version,
                "Invented procedures " + version,
                LocalDate.of(year - 1, 10, 1),
                LocalDate.of(year, 9, 30),
                "public domain",
                null);
        return new ReleaseContent(identity, List.of(system(version, codes)), List.of(), List.of(), List.of("a note"));
    }

    private StoredRelease live(String version, String... codes) {
        return releases.goLive(content(version, codes), PROVENANCE, false);
    }

    private String display(String... query) {
        String[] all = Stream.concat(Stream.of("system", URL), Stream.of(query)).toArray(String[]::new);
        return value(get("CodeSystem/$lookup", all), "display").asText("none");
    }

    private static byte[] resource(String id, String version, String more) {
        return ("{\"resourceType\":\"CodeSystem\",\"id\":\"" + id + "\",\"url\":\"" + URL + "\",\"version\":\""
                        + version + "\",\"status\":\"active\",\"content\":\"complete\"" + more + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aReleaseAnswersAndIsFoundBySearch() {
        Snapshot before = catalog.current();
        StoredRelease release = live("2025", "A", "B");
        assertThat(catalog.current()).isNotSameAs(before);
        assertThat(release.id()).isEqualTo("invented-2025");
        assertThat(release.state()).isEqualTo(State.ACTIVE);
        assertThat(release.concepts()).isEqualTo(2);
        assertThat(releases.list()).containsExactly(release);
        assertThat(display("code", "A")).isEqualTo("Display of A in 2025");
        JsonNode found = get("CodeSystem", "url", URL).path("entry").path(0).path("resource");
        assertThat(found.path("id").asText()).isEqualTo("invented-2025");
        assertThat(found.path("content").asText()).isEqualTo("complete");
        assertThat(found.path("count").asInt()).isEqualTo(2);
        assertThat(found.path("meta").path("tag").path(0).path("code").asText()).isEqualTo("SUBSETTED");
        assertThat(found.path("concept").isMissingNode()).isTrue();
        assertThat(found.toString()).contains(artifacts.list().iterator().next());
    }

    @Test
    void theSameReleaseWithFewerPartsReplacesItself() {
        ReleaseContent one = content("2025", "A");
        ReleaseContent two = new ReleaseContent(
                one.identity(),
                List.of(system("2025", "A"), systemOf(URL + "-more", "2025", "B")),
                List.of(),
                List.of(),
                List.of());
        releases.goLive(two, PROVENANCE, false);
        assertThat(releases.goLive(one, PROVENANCE, false).concepts()).isEqualTo(1);
        assertThat(display("code", "A")).isEqualTo("Display of A in 2025");
        assertThat(get("CodeSystem", "url", URL + "-more").path("total").asInt())
                .isZero();
        releases.goLive(two, PROVENANCE, false);
        assertThat(get("CodeSystem", "url", URL + "-more").path("total").asInt())
                .isEqualTo(1);
    }

    @Test
    void theNewestAnswersUnlessAnotherIsActivated() {
        live("2025", "A");
        live("2026", "A");
        assertThat(display("code", "A")).isEqualTo("Display of A in 2026");
        assertThat(display("code", "A", "version", "2025")).isEqualTo("Display of A in 2025");
        assertThat(releases.activate("invented-2025").pinned()).isTrue();
        assertThat(display("code", "A")).isEqualTo("Display of A in 2025");
        releases.activate("invented-2026");
        assertThat(display("code", "A")).isEqualTo("Display of A in 2026");
        assertThat(releases.list()).extracting(StoredRelease::id).containsExactly("invented-2026", "invented-2025");
        assertThat(releases.list()).extracting(StoredRelease::pinned).containsExactly(true, false);
    }

    @Test
    void onADateTheReleaseInForceAnswers() {
        live("2025", "A");
        live("2026", "A");
        assertThat(display("code", "A", "date", "2025-02-01")).isEqualTo("Display of A in 2025");
        assertThat(display("code", "A", "date", "2025-10-01T00:00:00Z")).isEqualTo("Display of A in 2026");
        JsonNode refused = get("CodeSystem/$lookup", "system", URL, "code", "A", "date", "1999");
        assertThat(refused.toString()).contains("was in force on 1999-01-01");
    }

    @Test
    void aReadWithoutSummaryHasAllConcepts() {
        live("2025", "A", "B");
        JsonNode whole = get("CodeSystem/invented-2025", "_summary", "false");
        assertThat(whole.path("concept")).hasSize(2);
        assertThat(whole.path("concept").path(1).path("display").asText()).isEqualTo("Display of B in 2025");
        assertThat(whole.path("id").asText()).isEqualTo("invented-2025");
        assertThat(get("CodeSystem/invented-2025").path("concept").isMissingNode())
                .isTrue();
    }

    @Test
    void aRetiredReleaseIsKeptAndComesBack() {
        live("2025", "A");
        live("2026", "A");
        assertThat(releases.retire("invented-2026").state()).isEqualTo(State.RETIRED);
        assertThat(display("code", "A")).isEqualTo("Display of A in 2025");
        assertThat(get("CodeSystem", "url", URL).path("total").asInt()).isEqualTo(1);
        assertThat(releases.activate("invented-2026").state()).isEqualTo(State.ACTIVE);
        assertThat(display("code", "A")).isEqualTo("Display of A in 2026");
        assertThat(get("CodeSystem", "url", URL).path("total").asInt()).isEqualTo(2);
    }

    @Test
    void whatIsRemovedIsGoneWithItsArtifacts() {
        live("2025", "A");
        releases.remove("invented-2025");
        assertThat(releases.list()).isEmpty();
        assertThat(artifacts.list()).isEmpty();
        assertThat(display("code", "A")).isEqualTo("none");
        assertThatThrownBy(() -> releases.remove("invented-2025"))
                .isInstanceOfSatisfying(
                        TerminologyException.class, e -> assertThat(e.status()).isEqualTo(404));
    }

    @Test
    void theSameReleaseAgainReplacesItself() {
        live("2025", "A");
        live("2025", "A", "B");
        assertThat(releases.list()).hasSize(1);
        assertThat(artifacts.list()).hasSize(1);
        assertThat(display("code", "B")).isEqualTo("Display of B in 2025");
        live("2025", "A", "B");
        assertThat(display("code", "B")).isEqualTo("Display of B in 2025");
    }

    @Test
    void aResourceThatClaimsTheSystemOfAReleaseIsRefused() {
        live("2025", "A");
        for (String version : List.of("2025", "2026")) {
            byte[] claim = resource("claim", version, ",\"concept\":[{\"code\":\"X\"}]");
            assertThatThrownBy(() -> writer.putAll(List.of(new ResourceWriter.Put("CodeSystem", "claim", claim))))
                    .hasMessageContaining("part of the release 'invented-2025'");
        }
        String fragment =
                new String(resource("stub", "2027", ""), StandardCharsets.UTF_8).replace("complete", "not-present");
        writer.putAll(List.of(new ResourceWriter.Put("CodeSystem", "stub", fragment.getBytes(StandardCharsets.UTF_8))));
        assertThat(display("code", "A")).isEqualTo("Display of A in 2025");
        writer.delete("CodeSystem", "stub");
    }

    @Test
    void whatHasLostItsConceptsIsNotStored() {
        live("2025", "A");
        byte[] emptied = resource("invented-2025", "2025", "");
        assertThatThrownBy(() -> writer.putAll(List.of(new ResourceWriter.Put("CodeSystem", "invented-2025", emptied))))
                .hasMessageContaining("part of the release 'invented-2025'");
        assertThatThrownBy(() -> writer.transaction(() -> writer.delete("CodeSystem", "invented-2025")))
                .hasMessageContaining("part of the release 'invented-2025'");
        byte[] tagged = resource("other", "1", ",\"meta\":{\"tag\":[{\"code\":\"SUBSETTED\"}]}");
        assertThatThrownBy(() -> writer.putAll(List.of(new ResourceWriter.Put("CodeSystem", "other", tagged))))
                .hasMessageContaining("SUBSETTED");
        assertThat(display("code", "A")).isEqualTo("Display of A in 2025");
    }

    @Test
    void aForeignResourceIsAConflictUnlessItIsToBeReplaced() {
        byte[] foreign = resource("foreign", "2025", ",\"concept\":[{\"code\":\"F\",\"display\":\"Foreign\"}]");
        writer.putAll(List.of(new ResourceWriter.Put("CodeSystem", "foreign", foreign)));
        assertThatThrownBy(() -> live("2025", "A"))
                .isInstanceOfSatisfying(
                        TerminologyException.class, e -> assertThat(e.status()).isEqualTo(409))
                .hasMessageContaining("CodeSystem/foreign");
        assertThat(releases.list()).isEmpty();
        assertThat(display("code", "F")).isEqualTo("Foreign");
        releases.goLive(content("2025", "A"), PROVENANCE, true);
        assertThat(display("code", "F")).isEqualTo("none");
        assertThat(display("code", "A")).isEqualTo("Display of A in 2025");
        assertThat(get("CodeSystem/foreign").path("resourceType").asText()).isEqualTo("OperationOutcome");
    }

    @Test
    void configuredContentStepsBehindARelease() {
        String url = "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set";
        JsonNode bundled = get("CodeSystem", "url", url).at("/entry/0/resource");
        CodeSystemBuilder builder = new CodeSystemBuilder();
        builder.describe(CodeSystemDescription.of(
                new Canonical(url, bundled.path("version").asText())));
        builder.add("11", "Office, as the release says");
        ReleaseIdentity identity =
                new ReleaseIdentity("pos", url, bundled.path("version").asText(), "Places", null, null, "CC0", null);
        ReleaseContent release =
                new ReleaseContent(identity, List.of(builder.build()), List.of(), List.of(), List.of());
        for (int time = 0; time < 2; time++) {
            releases.goLive(release, PROVENANCE, false);
            assertThat(placeOfService(url)).isEqualTo("Office, as the release says");
        }
        assertThat(get("CodeSystem/cms-place-of-service").path("url").asText()).isEqualTo(url);
        releases.list().forEach(one -> releases.remove(one.id()));
        assertThat(placeOfService(url)).isEqualTo("Office");
    }

    private String placeOfService(String url) {
        return value(get("CodeSystem/$lookup", "system", url, "code", "11"), "display")
                .asText("none");
    }

    @Test
    void whatCannotBeStoredChangesNothing() {
        live("2025", "A");
        PackagedResource broken = new PackagedResource(
                "broken.json",
                "ValueSet",
                "broken",
                "{\"resourceType\":\"ValueSet\",\"nonsense\":1}".getBytes(StandardCharsets.UTF_8));
        ReleaseContent better = content("2026", "A");
        ReleaseContent worse =
                new ReleaseContent(better.identity(), better.codeSystems(), List.of(), List.of(broken), List.of());
        Snapshot before = catalog.current();
        assertThatThrownBy(() -> releases.goLive(worse, PROVENANCE, false)).isInstanceOf(RuntimeException.class);
        assertThat(catalog.current()).isSameAs(before);
        assertThat(releases.list()).extracting(StoredRelease::id).containsExactly("invented-2025");
        assertThat(get("CodeSystem", "url", URL).path("total").asInt()).isEqualTo(1);
    }

    @Test
    void furtherResourcesComeAndGoWithTheRelease() throws IOException {
        JsonNode valueSet = new ObjectMapper()
                .readTree("{\"resourceType\":\"ValueSet\",\"id\":\"invented-all\",\"status\":\"active\",\"url\":"
                        + "\"http://example.org/vs\",\"compose\":{\"include\":[{\"system\":\"" + URL + "\"}]}}");
        PackagedResource packaged = new PackagedResource(
                "vs.json", "ValueSet", "invented-all", valueSet.toString().getBytes(StandardCharsets.UTF_8));
        ReleaseContent plain = content("2025", "A", "B");
        releases.goLive(
                new ReleaseContent(plain.identity(), plain.codeSystems(), List.of(), List.of(packaged), List.of()),
                PROVENANCE,
                false);
        assertThat(get("ValueSet/$expand", "url", "http://example.org/vs")
                        .path("expansion")
                        .path("contains"))
                .hasSize(2);
        releases.remove("invented-2025");
        assertThat(get("ValueSet/invented-all").path("resourceType").asText()).isEqualTo("OperationOutcome");
    }

    @Test
    void aStartServesFromTheArtifactsAndSaysWhatIsDamaged() throws IOException {
        live("2025", "A");
        live("2026", "A");
        ((StoredReleases) releases).fill();
        assertThat(display("code", "A")).isEqualTo("Display of A in 2026");
        Path file = artifactOf("2026");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, new byte[100]);
        ((StoredReleases) releases).fill();
        assertThat(display("code", "A")).isEqualTo("Display of A in 2025");
        assertThat(releases.list()).extracting(StoredRelease::state).containsExactly(State.UNREADABLE, State.ACTIVE);
        Files.delete(file);
        ((StoredReleases) releases).fill();
        assertThat(releases.list()).extracting(StoredRelease::state).containsExactly(State.UNREADABLE, State.ACTIVE);
        Files.write(file, whole);
        assertThat(releases.activate("invented-2026").state()).isEqualTo(State.ACTIVE);
        assertThat(display("code", "A")).isEqualTo("Display of A in 2026");
    }

    private Path artifactOf(String version) {
        for (JsonNode extension : get("CodeSystem/invented-" + version).path("extension")) {
            if (extension.path("url").asText().endsWith("/artifact")) {
                return data().resolve("artifacts")
                        .resolve(extension.path("valueString").asText());
            }
        }
        throw new AssertionError("no artifact is named");
    }
}
