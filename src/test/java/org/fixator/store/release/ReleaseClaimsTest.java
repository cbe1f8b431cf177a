package org.fixator.store.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.Change;
import org.fixator.catalog.Content;
import org.fixator.catalog.Edition;
import org.fixator.catalog.FhirLayer;
import org.fixator.catalog.ResourceKey;
import org.fixator.catalog.Snapshot;
import org.fixator.codesystem.CodeSystemBuilder;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.coding.Canonical;
import org.fixator.issue.TerminologyException;
import org.fixator.store.CatalogEdit;
import org.junit.jupiter.api.Test;

class ReleaseClaimsTest {

    private static final ResourceKey IMAGE = new ResourceKey("CodeSystem", "letters-1");
    private static final ResourceKey FURTHER = new ResourceKey("ValueSet", "letters-all");
    private static final ResourceKey HOLDER = new ResourceKey("CodeSystem", "letters");
    private static final String SYSTEM = "http://example.org/CodeSystem/letters";
    private static final String VALUE_SET = "http://example.org/ValueSet/letters";

    private final Catalog catalog = new Catalog(Snapshot.of(List.of()), new FhirLayer());
    private final CatalogEdit edit = new CatalogEdit();

    @Test
    void canonicalsThatNobodyHoldsAreFree() {
        assertThat(claims().displaced(Set.of(), true)).isEmpty();
        assertThatCode(() -> claims().requireFree()).doesNotThrowAnyException();
    }

    @Test
    void aResourceThatHoldsOneGivesWayOnlyWhereItMayBeReplaced() {
        catalog.apply(List.of(codeSystem(HOLDER.id())));
        assertThat(claims().displaced(Set.of(), true)).containsExactly(HOLDER);
        assertThatThrownBy(() -> claims().displaced(Set.of(), false))
                .isInstanceOfSatisfying(TerminologyException.class, e -> {
                    assertThat(e.issues()).hasSize(1);
                    assertThat(e.issues().get(0).text()).contains(SYSTEM);
                });
    }

    @Test
    void whatTheJsonOfAResourceClaimsCountsToo() {
        catalog.apply(List.of(valueSet("other")));
        assertThat(claims().displaced(Set.of(), true)).containsExactly(new ResourceKey("ValueSet", "other"));
    }

    @Test
    void aResourceOfTheReleaseItselfDoesNotGiveWay() {
        catalog.apply(List.of(codeSystem(HOLDER.id())));
        assertThat(claims().displaced(Set.of(HOLDER), true)).isEmpty();
    }

    @Test
    void whatGoesInTheSameStepIsInNobodysWay() {
        catalog.apply(List.of(codeSystem(HOLDER.id())));
        edit.remove(HOLDER);
        assertThatCode(() -> claims().requireFree()).doesNotThrowAnyException();
    }

    @Test
    void anotherReleaseNeverGivesWay() {
        Edition edition = new Edition("letters-of-others", null, null, false);
        catalog.apply(List.of(new Change(HOLDER, null, new Content.Codes(system(), edition))));
        assertThatThrownBy(() -> claims().displaced(Set.of(), true)).isInstanceOf(TerminologyException.class);
    }

    private ReleaseClaims claims() {
        edit.put(IMAGE, new Content.Codes(system(), new Edition("letters-1", null, null, false)));
        return ReleaseClaims.of(
                catalog,
                edit,
                List.of(
                        new ReleasePart(IMAGE, "an artifact", new byte[0]),
                        new ReleasePart(FURTHER, null, json("ValueSet", FURTHER.id(), VALUE_SET, ""))));
    }

    private static TableCodeSystem system() {
        CodeSystemBuilder builder = new CodeSystemBuilder();
        builder.describe(CodeSystemDescription.of(new Canonical(SYSTEM, "1")));
        builder.add("A", "Letter A");
        return builder.build();
    }

    private static Change codeSystem(String id) {
        return Change.put("CodeSystem", id, json("CodeSystem", id, SYSTEM, ",\"content\":\"complete\""));
    }

    private static Change valueSet(String id) {
        return Change.put("ValueSet", id, json("ValueSet", id, VALUE_SET, ""));
    }

    private static byte[] json(String type, String id, String url, String more) {
        return ("{\"resourceType\":\"" + type + "\",\"id\":\"" + id + "\",\"url\":\"" + url
                        + "\",\"version\":\"1\",\"status\":\"active\"" + more + "}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
