package org.fixator.release.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fixator.release.PackagedResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageSelectionTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private PackageSelection aPackage(String name) throws IOException {
        Files.writeString(
                folder.resolve("package.json"),
                "{\"name\":\"" + name + "\",\"version\":\"1.0.0\",\"canonical\":\"http://example.org/fhir\"}");
        return PackageSelection.of(folder);
    }

    private static PackagedResource claims(String id, String url) {
        String json = "{\"resourceType\":\"ValueSet\",\"id\":\"" + id + "\",\"url\":\"" + url + "\"}";
        return new PackagedResource("claims.json", "ValueSet", id, json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anIdThatNoOtherCanonicalHasIsKept() throws IOException {
        PackageSelection selection = aPackage("example");
        PackagedResource resource = claims("claim-type", "http://example.org/fhir/ValueSet/claim-type");
        assertThat(selection.idBeside(null, resource)).isEqualTo("claim-type");
        assertThat(selection.idBeside("http://example.org/fhir/ValueSet/claim-type", resource))
                .isEqualTo("claim-type");
    }

    @Test
    void anIdThatAnotherCanonicalHasGetsThePackageBeforeIt() throws IOException {
        PackagedResource resource = claims("claim-type", "http://example.org/fhir/ValueSet/claim-type");
        assertThat(aPackage("example").idBeside("http://example.com/claim-type", resource))
                .isEqualTo("example-claim-type");
    }

    @Test
    void whatGetsTooLongForAnIdEndsInAHash() throws IOException {
        PackageSelection selection = aPackage("a.package.with.a.long.name");
        String one = selection.idBeside("http://example.com", claims("x".repeat(63) + "1", "http://example.org/1"));
        String two = selection.idBeside("http://example.com", claims("x".repeat(63) + "2", "http://example.org/2"));
        assertThat(one).hasSize(64).startsWith("a.package.with.a.long.name-xxx");
        assertThat(two).hasSize(64).isNotEqualTo(one);
    }

    @Test
    void systemsBelowFhirsBaseThatOthersPublishAreTaken() throws IOException {
        PackageSelection selection = aPackage("example");
        assertThat(selection.takes(claims("icd", "http://hl7.org/fhir/sid/icd-10-cm")))
                .isTrue();
        assertThat(selection.takes(claims("own", "http://hl7.org/fhir/ValueSet/observation-status")))
                .isFalse();
        assertThat(selection.notes()).singleElement().asString().contains("observation-status");
    }

    @Test
    void anOperatorsOwnFileKeepsItsIdAndReplacesWhatHasIt() {
        PackageSelection selection = PackageSelection.everything();
        assertThat(selection.isPackage()).isFalse();
        assertThat(selection.idBeside("http://example.com/old", claims("mine", "http://example.com/new")))
                .isEqualTo("mine");
    }
}
