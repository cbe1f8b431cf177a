package org.fixator.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fixator.catalog.Catalog;
import org.fixator.catalog.Change;
import org.fixator.catalog.FhirLayer;
import org.fixator.catalog.ResourceKey;
import org.fixator.catalog.Snapshot;
import org.fixator.issue.Issue;
import org.fixator.systems.uri.Uris;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

    private static final String URL = "http://example.org/CodeSystem/places";

    private final Catalog catalog = new Catalog(Snapshot.of(List.of(Uris.codeSystem())), new FhirLayer());

    private static ResourceWriter.Put own(String id) {
        return put(id, URL, "complete", false);
    }

    private static ResourceWriter.Put ofPackage(String id) {
        return put(id, URL, "complete", true);
    }

    private static ResourceWriter.Put put(String id, String url, String content, boolean yields) {
        String json = "{\"resourceType\":\"CodeSystem\",\"id\":\"" + id + "\",\"url\":\"" + url
                + "\",\"version\":\"1\",\"status\":\"active\",\"content\":\"" + content
                + "\",\"concept\":[{\"code\":\"a\"}]}";
        return new ResourceWriter.Put("CodeSystem", id, json.getBytes(StandardCharsets.UTF_8), yields);
    }

    private List<String> kept(ResourceWriter.Put... puts) {
        return Precedence.among(List.of(puts), catalog).kept().stream()
                .map(ResourceWriter.Put::id)
                .toList();
    }

    @Test
    void aPackageStandsBehindAnOperatorsFilesInWhateverOrderTheyCome() {
        assertThat(kept(own("mine"), ofPackage("theirs"))).containsExactly("mine");
        assertThat(kept(ofPackage("theirs"), own("mine"))).containsExactly("mine");
    }

    @Test
    void aPackageStandsBehindWhatIsServedAndBehindPartsOfTheServer() {
        catalog.apply(List.of(Change.put("CodeSystem", "stored", own("stored").json())));
        assertThat(kept(ofPackage("theirs"))).isEmpty();
        assertThat(kept(put("uris", "urn:ietf:rfc:3986", "complete", true))).isEmpty();
        assertThat(Precedence.among(List.of(ofPackage("theirs")), catalog).leftOut())
                .extracting(Issue::text)
                .containsExactly("CodeSystem/theirs claims '" + URL + "|1', which is CodeSystem/stored");
    }

    @Test
    void whatIsReadIsTheLaterOfTwoFormsOfAResourceAndNothingLeftOut() {
        Precedence precedence = Precedence.among(
                List.of(put("same", "http://example.org/old", "complete", true), own("same"), ofPackage("theirs")),
                catalog);
        assertThat(precedence.served().contents()).containsOnlyKeys(new ResourceKey("CodeSystem", "same"));
        assertThat(precedence.served().contents().values())
                .extracting(content -> String.valueOf(content.canonical()))
                .containsExactly(URL + "|1");
    }

    @Test
    void itsOwnEarlierFormIsNoOtherResource() {
        catalog.apply(List.of(Change.put("CodeSystem", "theirs", own("theirs").json())));
        assertThat(kept(ofPackage("theirs"))).containsExactly("theirs");
    }

    @Test
    void aSecondClaimInAnOperatorsFilesIsNotPassedOver() {
        assertThat(kept(own("one"), own("two"))).containsExactly("one", "two");
    }

    @Test
    void whatHasLessContentDoesNotStandInTheWay() {
        assertThat(kept(own("mine"), put("stub", URL, "not-present", true))).containsExactly("mine", "stub");
    }
}
