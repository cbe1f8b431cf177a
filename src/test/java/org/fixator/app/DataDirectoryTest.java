package org.fixator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @Test
    void belongsToOneAtATime(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("new/data");
        try (DataDirectory first = DataDirectory.open(path)) {
            assertThat(first.path()).isDirectory();
            assertThatThrownBy(() -> DataDirectory.open(path))
                    .isInstanceOf(DataDirectory.InUse.class)
                    .hasMessageContaining("in use by another process");
        }
        DataDirectory.open(path).close();
    }
}
