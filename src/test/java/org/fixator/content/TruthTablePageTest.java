package org.fixator.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page is what the resources say. Run with {@code -Dfixator.docs.write=true} to write it anew. */
class TruthTablePageTest {
    private static final Path PAGE = Path.of("src", "docs", "cpt-20697.md");

    @Test
    void thePageIsWrittenFromTheResources() throws IOException {
        String page = new TruthTablePage().write();
        if (Boolean.getBoolean("fixator.docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page);
    }
}
