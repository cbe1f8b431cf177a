package org.fixator.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StoreSettingsTest {
    @Test
    void anAcknowledgedCommitIsInTheFile() {
        assertThat(StoreSettings.h2(Path.of("data"), 10).jdbcUrl())
                .startsWith("jdbc:h2:reserved:/")
                .endsWith("data/fixator;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
    }
}
