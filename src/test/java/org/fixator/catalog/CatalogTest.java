package org.fixator.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fixator.catalog.Resources.LETTERS;
import static org.fixator.catalog.Resources.codeSystem;
import static org.fixator.catalog.Resources.letters;
import static org.fixator.catalog.Resources.put;
import static org.fixator.catalog.Resources.supplement;
import static org.fixator.catalog.Resources.valueSet;

import java.util.List;
import org.fixator.issue.Issue;
import org.fixator.systems.uri.Uris;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private final Catalog catalog = new Catalog(Snapshot.of(List.of(Uris.codeSystem())), new FhirLayer());

    @Test
    void servesWhatWasApplied() {
        catalog.apply(List.of(put("a", letters("1", "A"))));
        assertThat(catalog.current().codeSystems().find(LETTERS, null)).isNotNull();
        catalog.apply(List.of(Change.delete("CodeSystem", "a")));
        assertThat(catalog.current().codeSystems().find(LETTERS, null)).isNull();
    }

    @Test
    void aSnapshotThatARequestHoldsDoesNotChange() {
        Snapshot held = catalog.current();
        catalog.apply(List.of(put("a", letters("1", "A"))));
        assertThat(held.codeSystems().find(LETTERS, null)).isNull();
    }

    @Test
    void aResourceThatMovesToAnotherUrlLeavesItsOld() {
        catalog.apply(List.of(put("a", letters("1", "A"))));
        catalog.apply(List.of(put("a", codeSystem("http://example.org/other", "1", "complete", "A"))));
        assertThat(catalog.current().codeSystems().find(LETTERS, null)).isNull();
        assertThat(catalog.current().codeSystems().find("http://example.org/other", null))
                .isNotNull();
    }

    @Test
    void oneBrokenResourceDoesNotLoseTheOthers() {
        Catalog.Prepared prepared = catalog.apply(List.of(
                put("good", letters("1", "A")),
                put("twice", codeSystem("http://example.org/twice", "1", "complete", "A", "A")),
                Change.put("ValueSet", "garbage", "{".getBytes(UTF_8)),
                put("set", valueSet("http://example.org/vs", "1", LETTERS))));
        assertThat(prepared.problems().keySet())
                .containsExactly(new ResourceKey("CodeSystem", "twice"), new ResourceKey("ValueSet", "garbage"));
        assertThat(catalog.current().problems()).hasSize(2);
        assertThat(catalog.current().codeSystems().find(LETTERS, null)).isNotNull();
        assertThat(catalog.current().valueSets().find("http://example.org/vs", null))
                .isNotNull();
    }

    @Test
    void aResourceThatBreaksIsNotServedInItsOldForm() {
        catalog.apply(List.of(put("a", letters("1", "A"))));
        catalog.apply(List.of(put("a", letters("1", "A", "A"))));
        assertThat(catalog.current().codeSystems().find(LETTERS, null)).isNull();
        catalog.apply(List.of(put("a", letters("1", "A", "B"))));
        assertThat(catalog.current().codeSystems().find(LETTERS, null)).isNotNull();
        assertThat(catalog.current().problems()).isEmpty();
    }

    @Test
    void aSecondResourceOfTheSameCanonicalAndRankIsAConflict() {
        catalog.apply(List.of(put("first", letters("1", "A"))));
        assertThat(conflicts(put("second", letters("1", "B")))).singleElement().satisfies(issue -> {
            assertThat(issue.type().status()).isEqualTo(409);
            assertThat(issue.text())
                    .isEqualTo("CodeSystem/second claims '" + LETTERS + "|1', which is CodeSystem/first");
        });
        assertThat(conflicts(put("first", letters("1", "B")))).isEmpty();
        assertThat(conflicts(put("second", letters("2", "B")))).isEmpty();
        assertThat(conflicts(put("second", codeSystem(LETTERS, "1", "fragment", "B"))))
                .isEmpty();
    }

    @Test
    void whatLeavesInTheSameTransactionMakesRoom() {
        catalog.apply(List.of(put("first", letters("1", "A"))));
        assertThat(conflicts(Change.delete("CodeSystem", "first"), put("second", letters("1", "B"))))
                .isEmpty();
    }

    @Test
    void twoClaimsInOneTransactionAreAConflict() {
        assertThat(conflicts(
                        put("one", valueSet("http://example.org/vs", "1", LETTERS)),
                        put("two", valueSet("http://example.org/vs", "1", LETTERS))))
                .hasSize(1);
    }

    @Test
    void supplementsConflictAmongThemselvesOnly() {
        catalog.apply(List.of(put("s", supplement("http://example.org/s", LETTERS, false))));
        assertThat(conflicts(put("t", supplement("http://example.org/s", LETTERS, false))))
                .hasSize(1);
        assertThat(conflicts(put("t", codeSystem("http://example.org/s", "1", "not-present"))))
                .isEmpty();
    }

    @Test
    void nobodyClaimsASystemThatIsPartOfTheServer() {
        assertThat(conflicts(put("uris", codeSystem(Uris.URL, "1", "complete", "A"))))
                .singleElement()
                .satisfies(issue -> assertThat(issue.text()).endsWith("which is part of this server"));
        assertThat(conflicts(put("stub", codeSystem(Uris.URL, "1", "not-present"))))
                .isEmpty();
    }

    private List<Issue> conflicts(Change... changes) {
        return catalog.conflicts(catalog.prepare(List.of(changes)));
    }
}
