package dev.mien.server.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ArrivalTest {
  private static final int WORKERS = 1;
  private static final int QUEUE = 8;
  private static final int PAUSE_MILLIS = 5;
  private static final long SECOND_NANOS = 1_000_000_000;
  private static final Duration LONG = Duration.ofSeconds(50);
  private static final Duration SHORT = Duration.ofMillis(20);

  @Test
  void whoCameFirstHasItsTurnFirstWhoeverWaitedFirst() throws Exception {
    try (WorkPool pool = pool(LONG);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Arrival busy = arrive(pool);
      busy.begin();
      List<Arrival> inOrder = List.of(arrive(pool), arrive(pool), arrive(pool));
      List<Arrival> turns = Collections.synchronizedList(new ArrayList<>());
      List<Future<?>> ends = new ArrayList<>();
      for (Arrival arrival : inOrder.reversed()) {
        Thread waiting =
            Thread.ofVirtual()
                .unstarted(
                    () -> {
                      begin(arrival);
                      turns.add(arrival);
                      arrival.close();
                    });
        ends.add(
            threads.submit(
                () -> {
                  waiting.start();
                  waiting.join();
                  return null;
                }));
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
          Thread.sleep(PAUSE_MILLIS);
        }
      }
      busy.close();
      for (Future<?> end : ends) {
        end.get();
      }
      assertThat(turns).containsExactlyElementsOf(inOrder);
    }
  }

  @Test
  void whoseClientSendsNothingKeepsNobodyOut() throws Exception {
    try (WorkPool pool = pool(LONG)) {
      Arrival slow = arrive(pool);
      slow.begin();
      slow.pause();
      slow.stall();
      Arrival other = arrive(pool);
      other.begin();
      other.close();
      slow.begin();
      slow.close();
      slow.close(); // as often as one likes
      begin(arrive(pool));
    }
  }

  @Test
  void whoPausesShortlyCountsAndHasNoTurn() throws Exception {
    try (WorkPool pool = pool(LONG)) {
      Arrival slow = arrive(pool);
      slow.begin();
      slow.pause();
      Arrival other = arrive(pool);
      other.begin(); // the only turn
      other.close();
      assertThat(arriveUntilRefused(pool)).isEqualTo(WORKERS + QUEUE - 1);
      slow.stall();
      assertThat(arriveUntilRefused(pool)).as("a stalled one does not count").isEqualTo(1);
      slow.begin();
      slow.close();
      assertThat(arriveUntilRefused(pool)).as("it was more than fits").isZero();
    }
  }

  @Test
  void thePatienceWithPausesIsWhatAPromptClientNeedsForWhatItHasSent() throws Exception {
    AtomicLong now = new AtomicLong(-7);
    try (WorkPool pool = new WorkPool(limits(LONG), now::get)) {
      Arrival slow = arrive(pool);
      slow.begin();
      slow.pause();
      assertThat(slow.patienceNanos(0)).isZero();
      assertThat(slow.patienceNanos(32 << 20)).isEqualTo(SECOND_NANOS);
      now.addAndGet(SECOND_NANOS / 4);
      slow.begin();
      now.addAndGet(SECOND_NANOS); // its turn is no pause
      slow.pause();
      assertThat(slow.patienceNanos(32 << 20)).isEqualTo(SECOND_NANOS * 3 / 4);
      now.addAndGet(SECOND_NANOS);
      slow.begin();
      slow.pause();
      assertThat(slow.patienceNanos(32 << 20)).isZero();
      slow.close();
    }
  }

  private static int arriveUntilRefused(WorkPool pool) {
    int arrived = 0;
    while (pool.tryArrive().isPresent()) {
      arrived++;
    }
    return arrived;
  }

  @Test
  void aTurnEndsWhenTheJobIsAmongThoseOfThePool() throws Exception {
    try (WorkPool pool = pool(LONG)) {
      Arrival first = arrive(pool);
      first.begin();
      String done = first.during(() -> run(pool, arrive(pool)));
      assertThat(done).isEqualTo("both had their turn");
    }
  }

  @Test
  void whoWaitsTooLongForItsTurnIsRefusedAndLeavesNothingBehind() throws Exception {
    try (WorkPool pool = pool(SHORT)) {
      Arrival first = arrive(pool);
      first.begin();
      try (Arrival second = arrive(pool)) {
        assertThatThrownBy(second::begin).isInstanceOf(BusyException.class);
      }
      first.close();
      Arrival third = arrive(pool);
      third.begin();
      third.close();
    }
  }

  /** A job that needs the turn of the one who brings it in. */
  private static String run(WorkPool pool, Arrival second) {
    try {
      return pool.run(
          () -> {
            second.begin();
            return "both had their turn";
          });
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void begin(Arrival arrival) {
    try {
      arrival.begin();
    } catch (BusyException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Arrival arrive(WorkPool pool) {
    return pool.tryArrive().orElseThrow();
  }

  private static WorkPool pool(Duration maxWait) {
    return new WorkPool(limits(maxWait));
  }

  private static WorkLimits limits(Duration maxWait) {
    return new WorkLimits(WORKERS, 0, QUEUE, maxWait, maxWait);
  }
}
