package org.fixator.cli;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** A body that tells how much of it was sent. */
final class CountedBody implements BodyPublisher {

    private final BodyPublisher body;
    private final Progress progress;

    CountedBody(BodyPublisher body, Progress progress) {
        this.body = body;
        this.progress = progress;
    }

    /** Hears of bytes sent, of how many. */
    @FunctionalInterface
    interface Progress {
        void sent(long bytes, long total);
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        body.subscribe(new Counter(subscriber));
    }

    private final class Counter implements Flow.Subscriber<ByteBuffer> {

        private final Flow.Subscriber<? super ByteBuffer> sink;
        private long sent;

        Counter(Flow.Subscriber<? super ByteBuffer> sink) {
            this.sink = sink;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            sink.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer buffer) {
            sent += buffer.remaining();
            progress.sent(sent, contentLength());
            sink.onNext(buffer);
        }

        @Override
        public void onError(Throwable e) {
            sink.onError(e);
        }

        @Override
        public void onComplete() {
            sink.onComplete();
        }
    }
}
