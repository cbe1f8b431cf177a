package org.fixator.store.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class PatientWritesTest {

    private static final int BEFORE_RESERVE = 3;
    private static final int PAUSES = 8;

    @TempDir
    Path directory;

    private Path file;
    private PatientWrites writes;

    @BeforeEach
    void reserves() {
        ReservedSpace reserve = ReservedSpace.in(directory);
        assertThat(reserve.hold()).isTrue();
        file = directory.resolve("fixator.reserve");
        writes = new PatientWrites(directory, reserve, 1, BEFORE_RESERVE, PAUSES);
    }

    private static IOException full() {
        return new IOException("No space left on device");
    }

    @Test
    void aFullDiskThatIsFreedInAMomentDoesNotTouchTheReserve() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        int written = writes.write(() -> {
            if (calls.incrementAndGet() <= BEFORE_RESERVE) {
                throw full();
            }
            return 7;
        });
        assertThat(written).isEqualTo(7);
        assertThat(file).exists();
    }

    @Test
    void aDiskThatStaysFullIsGivenTheReserve() throws IOException {
        int written = writes.write(() -> {
            if (Files.exists(file)) {
                throw full();
            }
            return 7;
        });
        assertThat(written).isEqualTo(7);
    }

    @Test
    void whereTheReserveDoesNotHelpTheFailureSurfaces() {
        AtomicInteger calls = new AtomicInteger();
        assertThatThrownBy(() -> writes.write(() -> {
                    calls.incrementAndGet();
                    throw full();
                }))
                .hasMessage("No space left on device");
        assertThat(calls).hasValue(PAUSES + 1);
    }

    @Test
    void anotherFailureSurfacesAtOnce() {
        AtomicInteger calls = new AtomicInteger();
        assertThatThrownBy(() -> writes.write(() -> {
                    calls.incrementAndGet();
                    throw new IOException("Input/output error");
                }))
                .hasMessage("Input/output error");
        assertThat(calls).hasValue(1);
        assertThat(file).exists();
    }
}
