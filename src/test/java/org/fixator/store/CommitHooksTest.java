package org.fixator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fixator.app.RunningServer;
import org.fixator.store.ResourceWriter.Outcome;
import org.fixator.store.ResourceWriter.Put;
import org.fixator.store.ResourceWriter.Written;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine hears of every committed change, once and in time, and of nothing else. */
class CommitHooksTest extends RunningServer {
    @Autowired
    ResourceWriter writer;

    @Autowired
    StoredResources stored;

    private static String valueSet(String id, String title) {
        return "{\"resourceType\":\"ValueSet\",\"id\":\"" + id + "\",\"url\":\"http://example.org/" + id
                + "\",\"title\":\"" + title + "\",\"status\":\"active\"}";
    }

    private List<String> commits() {
        List<String> commits = new ArrayList<>();
        for (List<StoredChange> changes : engine.commits) {
            commits.add(String.join(
                    " ",
                    changes.stream()
                            .map(c -> c.action() + ":" + c.id() + ":" + c.version())
                            .toList()));
        }
        return commits;
    }

    @Test
    void createUpdateAndDeleteAreToldBeforeTheAnswer() {
        write("PUT", "/ValueSet/hook", valueSet("hook", "one"));
        assertThat(commits()).containsExactly("CREATED:hook:1");
        byte[] json = engine.commits.get(0).get(0).json();
        assertThat(json).isNotNull();
        assertThat(new String(json, StandardCharsets.UTF_8)).contains("\"id\":\"hook\"", "\"title\":\"one\"");
        write("PUT", "/ValueSet/hook", valueSet("hook", "one"));
        assertThat(commits()).hasSize(1);
        write("PUT", "/ValueSet/hook", valueSet("hook", "two"));
        write("DELETE", "/ValueSet/hook", null);
        assertThat(commits()).containsExactly("CREATED:hook:1", "UPDATED:hook:2", "DELETED:hook:3");
        write("PUT", "/ValueSet/hook", valueSet("hook", "again"));
        assertThat(commits()).last().asString().endsWith("D:hook:4");
    }

    @Test
    void othersTypesAreNotTold() {
        write(
                "PUT",
                "/Library/hook-lib",
                "{\"resourceType\":\"Library\",\"id\":\"hook-lib\",\"status\":\"active\","
                        + "\"type\":{\"text\":\"x\"}}");
        assertThat(commits()).isEmpty();
    }

    @Test
    void transactionIsToldAsOne() {
        String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":["
                + "{\"request\":{\"method\":\"PUT\",\"url\":\"ValueSet/hook-t1\"},\"resource\":"
                + valueSet("hook-t1", "x")
                + "},{\"request\":{\"method\":\"PUT\",\"url\":\"ValueSet/hook-t2\"},\"resource\":"
                + valueSet("hook-t2", "x") + "}]}";
        assertThat(write("POST", "", bundle).statusCode()).isEqualTo(200);
        assertThat(commits()).containsExactly("CREATED:hook-t1:1 CREATED:hook-t2:1");
    }

    @Test
    void patchIsTold() {
        write("PUT", "/ValueSet/hook-patch", valueSet("hook-patch", "one"));
        var patched = send(
                "PATCH",
                "/ValueSet/hook-patch",
                "[{\"op\":\"replace\",\"path\":\"/title\",\"value\":\"two\"}]",
                "Content-Type",
                "application/json-patch+json",
                "Authorization",
                "Bearer " + token());
        assertThat(patched.statusCode()).isEqualTo(200);
        assertThat(commits()).containsExactly("CREATED:hook-patch:1", "UPDATED:hook-patch:2");
    }

    @Test
    void refusedChangeIsNeitherStoredNorTold() {
        var refused = write("PUT", "/ValueSet/hook-refused", valueSet("hook-refused", "refuse with 409"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("\"code\":\"duplicate\"", "There is one already");
        assertThat(get("/ValueSet/hook-refused").statusCode()).isEqualTo(404);
        assertThat(commits()).isEmpty();
        // The next one is not held up by the refused one.
        assertThat(write("PUT", "/ValueSet/hook-refused", valueSet("hook-refused", "fine"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void deletionBySearchIsGuardedAndTold() {
        write("PUT", "/ValueSet/hook-d1", valueSet("hook-d1", "delete me"));
        write("PUT", "/ValueSet/hook-d2", valueSet("hook-d2", "delete me"));
        write("PUT", "/ValueSet/undeletable-d3", valueSet("undeletable-d3", "delete me"));
        engine.reset();
        assertThat(write("DELETE", "/ValueSet?title=delete%20me", null).statusCode())
                .isEqualTo(422);
        assertThat(get("/ValueSet/hook-d1").statusCode()).isEqualTo(200);
        assertThat(commits()).isEmpty();
        var deleted = write(
                "DELETE",
                "/ValueSet?title=delete%20me&url=http://example.org/hook-d1,http://example.org/hook-d2",
                null);
        assertThat(deleted.statusCode()).isEqualTo(200);
        assertThat(commits()).containsExactly("DELETED:hook-d1:2 DELETED:hook-d2:2");
    }

    private static Put put(String id, String title) {
        return new Put("ValueSet", id, valueSet(id, title).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void writerStoresManyInOneTransaction() {
        assertThat(writer.putAll(List.of(put("hook-w1", "x"), put("hook-w2", "x"))))
                .extracting(Written::outcome)
                .containsExactly(Outcome.CREATED, Outcome.CREATED);
        assertThat(writer.putAll(List.of(put("hook-w1", "x"), put("hook-w2", "y"))))
                .extracting(Written::outcome, Written::version)
                .containsExactly(tuple(Outcome.UNCHANGED, "1"), tuple(Outcome.UPDATED, "2"));
        assertThat(commits()).containsExactly("CREATED:hook-w1:1 CREATED:hook-w2:1", "UPDATED:hook-w2:2");
    }

    @Test
    void writerStoresAllOrNothing() {
        assertThatThrownBy(() -> writer.putAll(List.of(put("hook-w3", "x"), put("hook-w4", "refuse with 409"))))
                .isInstanceOf(BaseServerResponseException.class)
                .hasMessageContaining("There is one already");
        assertThat(get("/ValueSet/hook-w3").statusCode()).isEqualTo(404);
        Put unknownElement = new Put(
                "ValueSet",
                "hook-w5",
                "{\"resourceType\":\"ValueSet\",\"colour\":\"red\"}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> writer.putAll(List.of(unknownElement)))
                .isInstanceOf(UnreadableResource.class)
                .hasMessageContaining("ValueSet/hook-w5: ")
                .hasMessageContaining("colour");
    }

    @Test
    void currentResourcesAreStreamed() {
        String profile = "\"meta\":{\"profile\":[\"http://example.org/p\"],\"tag\":[{\"code\":\"t\"}]},";
        write(
                "PUT",
                "/ConceptMap/hook-s1",
                "{\"resourceType\":\"ConceptMap\",\"id\":\"hook-s1\"," + profile
                        + "\"title\":\"one\",\"status\":\"active\"}");
        write(
                "PUT",
                "/ConceptMap/hook-s1",
                "{\"resourceType\":\"ConceptMap\",\"id\":\"hook-s1\"," + profile
                        + "\"title\":\"two\",\"status\":\"active\"}");
        write(
                "PUT",
                "/ConceptMap/hook-s2",
                "{\"resourceType\":\"ConceptMap\",\"id\":\"hook-s2\",\"status\":\"active\"}");
        write("DELETE", "/ConceptMap/hook-s2", null);
        List<String> found = new ArrayList<>();
        stored.forEach(
                "ConceptMap",
                one -> found.add(one.id() + one.version() + new String(one.json(), StandardCharsets.UTF_8)));
        // other tests have stored some too
        assertThat(found)
                .filteredOn(one -> one.startsWith("hook-s"))
                .singleElement()
                .asString()
                .startsWith("hook-s12{\"resourceType\":\"ConceptMap\",\"id\":\"hook-s1\"")
                .contains("\"title\":\"two\"");
    }
}
