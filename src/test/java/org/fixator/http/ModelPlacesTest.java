package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ModelPlacesTest {

    private final ModelPlaces places = new ModelPlaces(2, TimeUnit.MILLISECONDS.toNanos(200));

    @Test
    void whoFindsNoPlaceForTooLongIsSentAway() {
        assertThat(places.take()).isNotNull();
        assertThat(places.take()).isNotNull();
        assertThat(places.take()).isNull();
    }

    @Test
    void aPlaceThatIsLeftGoesToTheNext() throws Exception {
        ModelPlaces patient = new ModelPlaces(1, TimeUnit.MINUTES.toNanos(1));
        ModelPlaces.Place first = patient.take();
        CompletableFuture<ModelPlaces.Place> next = CompletableFuture.supplyAsync(patient::take);
        assertThat(next).isNotDone();
        if (first != null) {
            first.close();
        }
        assertThat(next.get(10, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void whoIsInterruptedWaitsNoLonger() {
        places.take();
        places.take();
        Thread.currentThread().interrupt();
        assertThat(places.take()).isNull();
        assertThat(Thread.interrupted()).isTrue();
    }
}
