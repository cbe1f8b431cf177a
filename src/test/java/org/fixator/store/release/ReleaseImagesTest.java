package org.fixator.store.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.fixator.catalog.Content;
import org.fixator.codesystem.CodeSystemBuilder;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.coding.Canonical;
import org.fixator.store.artifact.FileArtifacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseImagesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private ReleaseImages images;

    @BeforeEach
    void open() {
        images = new ReleaseImages(new FileArtifacts(folder));
    }

    @Test
    void aReleaseTakesItsTextsFromTheOneThatIsServed() {
        images.shared(year("2025"));
        TableCodeSystem next = year("2026");
        assertThat(images.shared(next)).isNotSameAs(next);
    }

    @Test
    void aReleaseKeepsNothingOfOneThatHasLeft() {
        TableCodeSystem first = images.shared(year("2025"));
        images.leaves(new Content.Codes(first));
        TableCodeSystem next = year("2026");
        assertThat(images.shared(next)).isSameAs(next);
    }

    @Test
    void whatWasReadLastStaysWhenAnOlderOneLeaves() {
        TableCodeSystem first = images.shared(year("2025"));
        TableCodeSystem second = images.shared(year("2026"));
        images.leaves(new Content.Codes(first));
        TableCodeSystem next = year("2027");
        assertThat(images.shared(next)).isNotSameAs(next);
        assertThat(second.size()).isEqualTo(1);
    }

    private static TableCodeSystem year(String version) {
        CodeSystemBuilder builder = new CodeSystemBuilder();
        builder.describe(CodeSystemDescription.of(new Canonical("http://example.org/invented", version)));
        builder.add("A", "Mender");
        return builder.build();
    }
}
