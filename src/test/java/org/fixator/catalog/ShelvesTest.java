package org.fixator.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fixator.catalog.Resources.ALL_LETTERS;
import static org.fixator.catalog.Resources.LETTERS;
import static org.fixator.catalog.Resources.codeSystem;
import static org.fixator.catalog.Resources.conceptMap;
import static org.fixator.catalog.Resources.content;
import static org.fixator.catalog.Resources.letters;
import static org.fixator.catalog.Resources.namingSystem;
import static org.fixator.catalog.Resources.supplement;
import static org.fixator.catalog.Resources.valueSet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.fixator.coding.Canonical;
import org.junit.jupiter.api.Test;

class ShelvesTest {

    private static final String SUPPLEMENT = "http://example.org/CodeSystem/notes";
    private static final String MAP = "http://example.org/ConceptMap/letters";
    private static final Edition EDITION = new Edition("letters-2", null, null, false);

    @Test
    void eachKindStandsOnItsShelf() {
        Shelves shelves = shelves(
                letters("1", "A"),
                supplement(SUPPLEMENT, LETTERS, false),
                valueSet(ALL_LETTERS, "1", LETTERS),
                conceptMap(MAP, "1", "A", "B"));
        assertThat(shelves.systems().urls()).containsExactly(LETTERS);
        assertThat(shelves.supplements().urls()).containsExactly(SUPPLEMENT);
        assertThat(shelves.valueSets().urls()).containsExactly(ALL_LETTERS);
        assertThat(shelves.maps().urls()).containsExactly(MAP);
    }

    @Test
    void whatHasNoCanonicalStandsOnNone() {
        Shelves.Edit edit = Shelves.EMPTY.edit();
        Content names = content(namingSystem(LETTERS));
        edit.put(key("NamingSystem", 0), names, 0);
        edit.remove(key("NamingSystem", 1), names);
        assertThat(edit.freeze()).isEqualTo(Shelves.EMPTY);
        assertThat(Shelves.EMPTY.holders(names)).isEmpty();
    }

    @Test
    void onlyTheSameVersionOfTheSameRankHoldsACanonical() {
        Shelves shelves = shelves(letters("1", "A"), letters("2", "A"), codeSystem(LETTERS, "1", "fragment", "A"));
        assertThat(shelves.holders(content(letters("1", "B"))))
                .extracting(Held::key)
                .containsExactly(key("CodeSystem", 0));
        assertThat(shelves.holders(content(letters("3", "B")))).isEmpty();
        assertThat(shelves.systemsOf(LETTERS)).hasSize(3);
    }

    @Test
    void aPartOfTheServerHoldsEveryVersion() {
        Shelves.Edit edit = Shelves.EMPTY.edit();
        edit.put(null, content(letters("1", "A")), 0);
        assertThat(edit.freeze().holders(content(letters("2", "A")))).hasSize(1);
    }

    @Test
    void theResourcesOfAUrlAreThoseThatAreStored() {
        Shelves.Edit edit = shelves(letters("1", "A"), letters("2", "A")).edit();
        edit.put(null, content(letters("3", "A")), 1);
        Shelves shelves = edit.freeze();
        assertThat(shelves.stored("CodeSystem", LETTERS, null))
                .containsExactlyInAnyOrder(key("CodeSystem", 0), key("CodeSystem", 1));
        assertThat(shelves.stored("CodeSystem", LETTERS, "2")).containsExactly(key("CodeSystem", 1));
        assertThat(shelves.stored("CodeSystem", LETTERS, "3")).isEmpty();
        assertThat(shelves.stored("ValueSet", LETTERS, null)).isEmpty();
        assertThat(shelves.stored("Patient", LETTERS, null)).isEmpty();
    }

    @Test
    void aSupplementIsStoredAsACodeSystem() {
        Shelves shelves = shelves(supplement(SUPPLEMENT, LETTERS, false));
        assertThat(shelves.stored("CodeSystem", SUPPLEMENT, null)).containsExactly(key("CodeSystem", 0));
    }

    @Test
    void tellsTheReleaseThatBroughtAVersion() {
        Shelves.Edit edit = shelves(letters("1", "A")).edit();
        edit.put(key("CodeSystem", 5), content(letters("2", "A")).with(EDITION), 0);
        Shelves shelves = edit.freeze();
        assertThat(shelves.releaseOf(new Canonical(LETTERS, "2"))).isEqualTo("letters-2");
        assertThat(shelves.releaseOf(new Canonical(LETTERS, "1"))).isNull();
    }

    @Test
    void whatIsTakenAwayHoldsNothingAndTheOtherShelvesAreShared() {
        Shelves before = shelves(letters("1", "A"), valueSet(ALL_LETTERS, "1", LETTERS));
        Shelves.Edit edit = before.edit();
        edit.remove(key("CodeSystem", 0), content(letters("1", "A")));
        Shelves after = edit.freeze();
        assertThat(after.systemsOf(LETTERS)).isEmpty();
        assertThat(before.systemsOf(LETTERS)).hasSize(1);
        assertThat(after.valueSets()).isSameAs(before.valueSets());
    }

    private static Shelves shelves(ObjectNode... resources) {
        Shelves.Edit edit = Shelves.EMPTY.edit();
        for (int i = 0; i < resources.length; i++) {
            edit.put(key(resources[i].path("resourceType").asText(), i), content(resources[i]), 0);
        }
        return edit.freeze();
    }

    private static ResourceKey key(String type, int number) {
        return new ResourceKey(type, "r" + number);
    }
}
