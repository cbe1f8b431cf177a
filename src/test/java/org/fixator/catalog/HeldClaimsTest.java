package org.fixator.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fixator.release.PackagedResource;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseIdentity;
import org.fixator.systems.uri.Uris;
import org.junit.jupiter.api.Test;

class HeldClaimsTest {

    private final Catalog catalog = new Catalog(Snapshot.of(List.of(Uris.codeSystem())), new FhirLayer());

    private static PackagedResource system(String id, String url) {
        String json = Resources.codeSystem(url, "1", "complete", "a").toString();
        return new PackagedResource(id + ".json", "CodeSystem", id, json.getBytes(UTF_8));
    }

    private ReleaseContent without(boolean replace) {
        catalog.apply(List.of(Change.put(
                "CodeSystem", "stored", Resources.letters("1", "a").toString().getBytes(UTF_8))));
        ReleaseContent content = new ReleaseContent(
                new ReleaseIdentity("fhir", "http://example.org", "1", "Example", null, null, "CC0-1.0", null),
                List.of(),
                List.of(),
                List.of(
                        system("letters", Resources.LETTERS),
                        system("digits", "http://example.org/CodeSystem/digits"),
                        system("uris", "urn:ietf:rfc:3986")),
                List.of());
        return HeldClaims.without(content, catalog.current(), replace);
    }

    @Test
    void whatOthersHoldIsLeftOutAndNamed() {
        ReleaseContent rest = without(false);
        assertThat(rest.resources()).extracting(PackagedResource::id).containsExactly("digits");
        assertThat(rest.notes())
                .containsExactly(
                        "Left out: CodeSystem/letters claims '" + Resources.LETTERS
                                + "|1', which is CodeSystem/stored.",
                        "Left out: CodeSystem/uris claims 'urn:ietf:rfc:3986|1', which is part of this server.");
    }

    @Test
    void aReleaseThatReplacesIsBehindPartsOfTheServerOnly() {
        assertThat(without(true).resources()).extracting(PackagedResource::id).containsExactly("letters", "digits");
    }
}
