package org.fixator.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ComposeTest {
    private static final Path FILE = Path.of("docker", "compose.yml");

    private static YamlMap service() throws IOException {
        return YamlMap.read(FILE).map("services").map("fixator");
    }

    @Test
    void buildsTheDockerfileFromTheRootOfTheRepository() throws IOException {
        YamlMap build = service().map("build");
        Path context = FILE.resolveSibling(build.text("context"));
        assertThat(context.resolve("pom.xml").normalize()).exists();
        assertThat(context.resolve(build.text("dockerfile")).normalize()).exists();
    }

    @Test
    void keepsTheDataInANamedVolume() throws IOException {
        assertThat(service().list("volumes")).containsExactly("data:/data");
        assertThat(YamlMap.read(FILE).map("volumes").entries().containsKey("data"))
                .isTrue();
    }

    @Test
    void opensThePortForThisMachineOnly() throws IOException {
        assertThat(service().list("ports")).containsExactly("127.0.0.1:8080:8080");
    }
}
