package org.fixator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LargeAnswersTest {

    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void noMoreAreUnderWayThanMayBe() throws Exception {
        LargeAnswers large = new LargeAnswers(2);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(threads.submit(() -> {
                try (LargeAnswers.Turn turn = large.take()) {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    LockSupport.parkNanos(100_000);
                    now.decrementAndGet();
                }
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void theyComeInTheirOrder() throws Exception {
        LargeAnswers large = new LargeAnswers(1);
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<Thread> all = new ArrayList<>();
        try (LargeAnswers.Turn first = large.take()) {
            for (int i = 0; i < 5; i++) {
                int number = i;
                Thread thread = new Thread(() -> {
                    try (LargeAnswers.Turn turn = large.take()) {
                        order.add(number);
                    }
                });
                all.add(thread);
                thread.start();
                while (thread.isAlive() && thread.getState() != Thread.State.TIMED_WAITING) {
                    LockSupport.parkNanos(100_000);
                }
            }
        }
        for (Thread one : all) {
            one.join();
        }
        assertThat(order).isSorted().hasSize(5);
    }

    @Test
    void aClientThatTakesItsAnswerSlowlyHoldsUpNobodyForLong() throws Exception {
        LargeAnswers large = new LargeAnswers(1);
        try (LargeAnswers.Turn slow = large.take()) {
            Future<Boolean> other = threads.submit(() -> {
                try (LargeAnswers.Turn turn = large.take()) {
                    return true;
                }
            });
            assertThat(other.get(10, TimeUnit.SECONDS)).isTrue();
        }
        try (LargeAnswers.Turn next = large.take()) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void afterATurnDuringWhichSmallAnswersWereGivenThereIsAPause() {
        LargeAnswers large = new LargeAnswers(1);
        long began = System.nanoTime();
        try (LargeAnswers.Turn turn = large.take()) {
            large.smallGiven();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        long took = System.nanoTime() - began;
        try (LargeAnswers.Turn next = large.take()) {
            assertThat(System.nanoTime() - began).isGreaterThan(took + TimeUnit.MILLISECONDS.toNanos(39));
        }
    }

    @Test
    void anInterruptedThreadHasItsTurnAndStaysInterruptedAndThoseBeforeItHaveTheirs() throws Exception {
        LargeAnswers large = new LargeAnswers(1);
        Future<Boolean> interrupted;
        Future<Boolean> before;
        try (LargeAnswers.Turn first = large.take()) {
            before = threads.submit(() -> {
                try (LargeAnswers.Turn turn = large.take()) {
                    return true;
                }
            });
            interrupted = threads.submit(() -> {
                Thread.currentThread().interrupt();
                try (LargeAnswers.Turn turn = large.take()) {
                    return Thread.interrupted();
                }
            });
            assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(before.get(10, TimeUnit.SECONDS)).isTrue();
    }
}
