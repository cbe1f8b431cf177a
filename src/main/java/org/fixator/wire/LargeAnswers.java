package org.fixator.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Lets large answers be written and sent a few at a time, in the order in which they came, so that they never take the
 * processors and the network from the small ones. Where small answers were given during a turn, the next begins only after
 * a pause three times as long as the turn was: large answers have a quarter of their share then, and all of it where they are alone.
 *
 * <p>Thread-safe. Who has a turn must not take another.
 */
public final class LargeAnswers {

    /** Bytes from which an answer is large; below, it is sent in less time than threads need to take turns. */
    public static final int BYTES = 256 * 1024;

    /** Codes from which an expansion is. */
    static final int CODES = 2_000;

    /** A turn that takes longer, to a slow client that is, holds up nobody. */
    private static final long LONGEST_TURN = TimeUnit.MILLISECONDS.toNanos(50);

    /** Lengths of the turn. Taking in a large answer costs the machine something, too, where the client is on it. */
    private static final int PAUSE = 3;

    private final int together;
    private final Deque<Object> waiting = new ArrayDeque<>();
    private final Deque<Turn> taken = new ArrayDeque<>();
    private final LongAdder small = new LongAdder();
    private long pauseEnds = System.nanoTime();

    /** @param together how many may be under way at a time */
    public LargeAnswers(int together) {
        this.together = together;
    }

    /** With half of the processors, at least one. */
    public static LargeAnswers onHalfTheProcessors() {
        return new LargeAnswers(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    /** A small answer was given. */
    public void smallGiven() {
        small.increment();
    }

    /** Waits for a turn. A thread that is interrupted has one at once, and stays interrupted. */
    public synchronized Turn take() {
        Object place = new Object();
        waiting.add(place);
        boolean interrupted = false;
        while (!interrupted && (waiting.peek() != place || waitingNanos() > 0)) {
            try {
                wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(waitingNanos())));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        waiting.remove(place);
        Turn turn = new Turn(System.nanoTime(), small.sum());
        taken.add(turn);
        notifyAll();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return turn;
    }

    /** How long the next has to wait at least. */
    private long waitingNanos() {
        long now = System.nanoTime();
        if (taken.size() >= together && now - taken.element().began >= LONGEST_TURN) {
            taken.remove();
        }
        long pause = pauseEnds - now;
        if (taken.size() < together) {
            return pause;
        }
        return Math.max(pause, LONGEST_TURN - (now - taken.element().began));
    }

    private synchronized void end(Turn turn) {
        if (taken.remove(turn)) {
            long now = System.nanoTime();
            if (small.sum() > turn.smallBefore) {
                pauseEnds = now + Math.min(PAUSE * (now - turn.began), LONGEST_TURN);
            }
            notifyAll();
        }
    }

    /** A large answer under way. Closed when it is done. */
    public final class Turn implements AutoCloseable {

        private final long began;
        private final long smallBefore;

        private Turn(long began, long smallBefore) {
            this.began = began;
            this.smallBefore = smallBefore;
        }

        @Override
        public void close() {
            end(this);
        }
    }
}
