package dev.mien.server.bench.load;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives buffers to the JDK's client as they are: its own publishers copy an array into pieces of 16
 * KB.
 */
record PartsPublisher(List<ByteBuffer> parts) implements Flow.Publisher<ByteBuffer> {

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    subscriber.onSubscribe(new Parts(parts.iterator(), subscriber));
  }

  private static final class Parts implements Flow.Subscription {
    private final Iterator<ByteBuffer> left;
    private final Flow.Subscriber<? super ByteBuffer> subscriber;
    private final AtomicLong wanted = new AtomicLong();
    private volatile boolean cancelled;

    private Parts(Iterator<ByteBuffer> left, Flow.Subscriber<? super ByteBuffer> subscriber) {
      this.left = left;
      this.subscriber = subscriber;
    }

    @Override
    public void request(long more) {
      if (wanted.getAndAccumulate(more, Parts::sum) > 0) {
        return; // whoever is in the loop below sees it
      }
      do {
        if (cancelled) {
          return;
        }
        subscriber.onNext(left.next());
        if (!left.hasNext()) {
          cancelled = true;
          subscriber.onComplete();
        }
      } while (wanted.decrementAndGet() > 0);
    }

    private static long sum(long one, long other) {
      return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }
}
