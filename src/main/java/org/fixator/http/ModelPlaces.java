package org.fixator.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many requests at a time through to HAPI as the heap has room for: HAPI makes a model of each resource that it
 * touches, and of a large code system that takes more memory than many small requests together. The others wait in turn.
 * Thread-safe.
 */
final class ModelPlaces {

    /** About what a code system of 100,000 concepts takes: its JSON, the tree that is parsed, and the model. */
    private static final long MODEL = 256L << 20;

    /** What is left to everything else. */
    private static final long REST = 256L << 20;

    private static final int FEWEST = 2;

    /** Who takes longer, to a slow client that is, keeps no place from the others. */
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);

    private final int places;
    private final long patience;
    private final Deque<Place> taken = new ArrayDeque<>();
    private final Deque<Object> waiting = new ArrayDeque<>();

    /**
     * @param places how many requests at a time
     * @param patience nanoseconds after which one that waits is sent away
     */
    ModelPlaces(int places, long patience) {
        this.places = places;
        this.patience = patience;
    }

    static ModelPlaces ofHeap() {
        long room = (Runtime.getRuntime().maxMemory() - REST) / MODEL;
        return new ModelPlaces((int) Math.min(Math.max(room, FEWEST), Integer.MAX_VALUE), TimeUnit.SECONDS.toNanos(60));
    }

    /** A place, as soon as there is one; {@code null} where that takes too long, or the thread is interrupted. */
    synchronized @Nullable Place take() {
        Object turn = new Object();
        waiting.add(turn);
        try {
            long until = System.nanoTime() + patience;
            while (waiting.peek() != turn || !isFree()) {
                long left = until - System.nanoTime();
                if (left <= 0) {
                    return null;
                }
                wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(Math.min(left, LONGEST / 10))));
            }
            Place place = new Place(System.nanoTime());
            taken.add(place);
            return place;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            waiting.remove(turn);
            notifyAll();
        }
    }

    private boolean isFree() {
        while (!taken.isEmpty() && System.nanoTime() - taken.element().since >= LONGEST) {
            taken.remove();
        }
        return taken.size() < places;
    }

    private synchronized void leave(Place place) {
        taken.remove(place);
        notifyAll();
    }

    /** Closed when the request is answered. */
    final class Place implements AutoCloseable {

        private final long since;

        private Place(long since) {
            this.since = since;
        }

        @Override
        public void close() {
            leave(this);
        }
    }
}
