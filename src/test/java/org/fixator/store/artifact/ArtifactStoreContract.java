package org.fixator.store.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fixator.issue.TerminologyException;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ArtifactStore} owes its callers. Each test has an empty store. */
abstract class ArtifactStoreContract {

    /** The store of a server. */
    abstract ArtifactStore store();

    /** The store of the server after it was started anew, or of another server beside it. */
    abstract ArtifactStore again();

    private static byte[] random(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    @Test
    void whatIsPutComesBackUnderItsHash() {
        String name = store().put(out -> out.write("abc".getBytes(StandardCharsets.UTF_8)));
        assertThat(name).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(bytes(store().read(name))).asString(StandardCharsets.UTF_8).isEqualTo("abc");
        assertThat(store().list()).containsExactly(name);
    }

    @Test
    void whatIsPutIsThereForTheNextServer() {
        for (int length : new int[] {1, 1 << 20, (1 << 20) + 1, 5_000_000}) {
            byte[] content = random(length, length);
            String name = store().put(out -> out.write(content));
            assertThat(bytes(again().read(name))).isEqualTo(content);
        }
    }

    @Test
    void theSameIsKeptOnce() {
        String first = store().put(out -> out.write(random(1, 100)));
        String second = store().put(out -> out.write(random(1, 100)));
        assertThat(second).isEqualTo(first);
        assertThat(store().list()).containsExactly(first);
    }

    @Test
    void whatCannotBeWrittenLeavesNothing() {
        assertThatThrownBy(() -> store().put(out -> {
                    out.write(random(1, 100_000));
                    throw new IOException("no more");
                }))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(store().list()).isEmpty();
        assertThat(again().list()).isEmpty();
    }

    @Test
    void whatIsMissingIsSaidToBeMissing() {
        String name = "0".repeat(64);
        assertThatThrownBy(() -> store().read(name))
                .isInstanceOf(ArtifactException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("missing");
        assertThat(store().list()).isEmpty();
    }

    @Test
    void whatIsNotUsedIsCollected() {
        String used = store().put(out -> out.write(random(1, 100)));
        String unused = store().put(out -> out.write(random(2, 100)));
        assertThat(store().collect(Set.of(used))).isEqualTo(1);
        assertThat(store().list()).containsExactly(used);
        assertThat(bytes(again().read(used))).hasSize(100);
        assertThatThrownBy(() -> again().read(unused)).isInstanceOf(ArtifactException.class);
    }

    @Test
    void manyPutAtTheSameTime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> puts = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                byte[] content = random(i % 6, 200_000);
                puts.add(threads.submit(() -> store().put(out -> out.write(content))));
            }
            Set<String> names = new HashSet<>();
            for (Future<String> put : puts) {
                names.add(put.get());
            }
            assertThat(names).hasSize(6);
            assertThat(store().list()).isEqualTo(names);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void moreThanTheDiskHoldsIsRefused() {
        assertThatThrownBy(() -> store().requireSpace(1L << 60))
                .isInstanceOf(TerminologyException.class)
                .hasMessageContaining("bytes left");
        store().requireSpace(1);
    }
}
