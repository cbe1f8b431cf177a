package org.fixator.store.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileArtifactsTest extends ArtifactStoreContract {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private FileArtifacts store;

    @BeforeEach
    void open() {
        store = new FileArtifacts(directory.resolve("artifacts"));
    }

    @Override
    ArtifactStore store() {
        return store;
    }

    @Override
    ArtifactStore again() {
        return new FileArtifacts(directory.resolve("artifacts"));
    }

    @Test
    void whatAKilledProcessLeftUnfinishedIsRemoved() throws IOException {
        Path unfinished = Files.writeString(directory.resolve("artifacts/unfinished-1"), "half");
        again();
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void puttingADamagedOneAgainMendsIt() throws IOException {
        String name = store.put(out -> out.write(1));
        Files.writeString(directory.resolve("artifacts").resolve(name), "damaged");
        store.put(out -> out.write(1));
        assertThat(store.read(name).remaining()).isEqualTo(1);
    }
}
