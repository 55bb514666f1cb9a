package dev.mien.server.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ArrivalsTest {
  private final Tally tally = new Tally();
  private final AtomicInteger sent = new AtomicInteger();

  @Test
  void asManyAreSentAsTheRateSaysAndTheFirstOnesAreNotCounted() throws InterruptedException {
    new Arrivals(1_000, Duration.ofMillis(100), Duration.ofMillis(200))
        .send(() -> Answer.of(sent.incrementAndGet() % 2 == 0 ? "OK" : "Odd"), () -> tally);
    assertThat(sent).hasValue(300);
    assertThat(tally.count()).isEqualTo(200);
    assertThat(tally.codes().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(200);
  }

  @Test
  void nobodyWaitsForThoseBeforeAndTimeCountsFromWhenARequestWasDue() throws InterruptedException {
    CountDownLatch allSent = new CountDownLatch(100);
    new Arrivals(1_000, Duration.ZERO, Duration.ofMillis(100))
        .send(
            () -> {
              allSent.countDown();
              allSent.await();
              return Answer.of("OK");
            },
            () -> tally);
    // The first was due 99 ms before the last could be sent; a tenth of them 90 ms or more.
    assertThat(tally.millis(Answer.Outcome.ANSWERED, 100)).isGreaterThan(98);
    assertThat(tally.millis(Answer.Outcome.ANSWERED, 95)).isGreaterThan(89);
  }

  @Test
  void noMoreAreUnderWayThanTheLimitAndTheRestFails() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    int requests = Arrivals.IN_FLIGHT_MAX + 50;
    Thread opener = Thread.ofVirtual().unstarted(release::countDown);
    new Arrivals(requests * 10.0, Duration.ZERO, Duration.ofMillis(100))
        .send(
            () -> {
              if (sent.incrementAndGet() == Arrivals.IN_FLIGHT_MAX) {
                opener.start();
              }
              release.await();
              return Answer.of("RequestLimitExceeded");
            },
            () -> tally);
    assertThat(tally.count()).isEqualTo(requests);
    assertThat(tally.count(Answer.Outcome.REFUSED)).isGreaterThanOrEqualTo(Arrivals.IN_FLIGHT_MAX);
  }

  @Test
  void codesOfBothApisMeanTheSame() {
    for (String code : new String[] {"OK", "0", "RequestLimitExceeded", "15", "InternalError"}) {
      tally.add(Answer.of(code), 1_000_000);
    }
    tally.add(Answer.none("ConnectException"), 2_000_000);
    assertThat(tally.count(Answer.Outcome.ANSWERED)).isEqualTo(2);
    assertThat(tally.count(Answer.Outcome.REFUSED)).isEqualTo(2);
    assertThat(tally.count(Answer.Outcome.FAILED)).isEqualTo(2);
    assertThat(tally.millis(Answer.Outcome.FAILED, 100)).isBetween(2.0, 2.01);
    assertThat(tally.codes()).containsAllEntriesOf(Map.of("15", 1L, "ConnectException", 1L));
  }
}
