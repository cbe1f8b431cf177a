package org.fixator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

class StartTest extends RunningServer {
    @Test
    void serverFileTellsTheCommandLineWhereAndIsPrivate() throws IOException {
        Path file = DATA.resolve("server.json");
        assertThat(Files.readString(file))
                .contains("\"pid\":" + ProcessHandle.current().pid(), "\"url\":\"" + base() + "\"", token());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(DATA.resolve("admin-token"))))
                .isEqualTo("rw-------");
        assertThat(token()).hasSizeGreaterThanOrEqualTo(43);
    }
}
