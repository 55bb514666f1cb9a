package dev.mien.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class AdmissionTest {
  private static final int WORKERS = 2;
  private static final int QUEUE = 64;
  private static final long MILLI = 1_000_000;
  private static final long BURST_MILLIS = Admission.BURST_NANOS / MILLI;

  private static final long CALM_MILLIS = Admission.CALM_NANOS / MILLI;

  private final AtomicLong now = new AtomicLong(-5);
  private final Admission admission =
      new Admission(
          new WorkLimits(WORKERS, 0, QUEUE, Duration.ofMillis(500), Duration.ofSeconds(10)),
          now::get);

  @Test
  void aBurstMayFillTheQueue() {
    oneJobOf(50);
    assertThat(enterUntilRefused()).isEqualTo(WORKERS + QUEUE);
    pass(BURST_MILLIS - 1);
    admission.finish(50 * MILLI);
    assertThat(admission.isOpen()).isTrue();
  }

  @Test
  void aQueueThatStandsIsCutToWhatTheWorkersFinishInTheTarget() {
    oneJobOf(50);
    enterUntilRefused();
    pass(BURST_MILLIS);
    // 500 ms are 10 jobs of 50 ms for each worker.
    int wait = 10 * WORKERS;
    for (int present = WORKERS + QUEUE; present > WORKERS + wait; present--) {
      assertThat(admission.tryEnter()).as("with %d jobs", present).isFalse();
      admission.finish(50 * MILLI);
    }
    assertThat(enterUntilRefused()).isZero();
    admission.finish(50 * MILLI);
    assertThat(enterUntilRefused()).as("one for each that is done").isEqualTo(1);
  }

  @Test
  void aQueueThatWasEmptyForAWhileMayBeFilledAgain() {
    standUntilEmpty();
    pass(CALM_MILLIS);
    assertThat(enterUntilRefused()).isEqualTo(QUEUE);
  }

  @Test
  void aQueueThatWasEmptyForAMomentIsStillCutDown() {
    standUntilEmpty();
    pass(CALM_MILLIS - 1);
    int wait = enterUntilRefused();
    assertThat(wait).isEqualTo(10 * WORKERS);
    for (int i = 0; i < wait; i++) {
      admission.finish(50 * MILLI);
    }
    pass(1);
    assertThat(enterUntilRefused()).as("the calm begins again").isEqualTo(wait);
  }

  /** A queue that has been cut down, and in which nobody waits any more. */
  private void standUntilEmpty() {
    oneJobOf(50);
    int present = enterUntilRefused();
    pass(BURST_MILLIS);
    for (; present > WORKERS; present--) {
      admission.finish(50 * MILLI);
    }
  }

  @Test
  void slowJobsLeaveSomeRoomAndFastOnesNoMoreThanTheQueueHas() {
    oneJobOf(5_000);
    assertThat(presentWhenStanding(5_000))
        .isEqualTo(WORKERS + WORKERS * Admission.ALWAYS_PER_WORKER);
    for (int i = 0; i < 1_000; i++) {
      admission.tryEnter();
      admission.finish(1);
    }
    assertThat(presentWhenStanding(0)).isEqualTo(WORKERS + QUEUE);
  }

  @Test
  void theLimitFollowsTheJobs() {
    oneJobOf(50);
    for (int i = 0; i < 500; i++) {
      oneJobOf(100); // now 5 for each worker fit into 500 ms
    }
    assertThat(presentWhenStanding(100)).isEqualTo(WORKERS + 5 * WORKERS);
  }

  @Test
  void whoPausesMakesRoomAndWhoGivesUpToo() {
    oneJobOf(50);
    assertThat(enterUntilRefused()).isEqualTo(WORKERS + QUEUE);
    admission.pause();
    assertThat(enterUntilRefused()).isEqualTo(1);
    admission.resume();
    admission.leave();
    assertThat(enterUntilRefused()).as("the resumed job has its place back").isZero();
  }

  @Test
  void whatIsOnItsWayCountsBesideTheJobsButKeepsNoJobOut() {
    oneJobOf(50);
    assertThat(arriveUntilRefused()).isEqualTo(WORKERS + QUEUE);
    assertThat(admission.tryEnter()).isTrue();
    admission.leaveArrival();
    assertThat(admission.tryArrive()).as("the job has taken its place").isFalse();
    admission.finish(50 * MILLI);
    assertThat(admission.tryArrive()).isTrue();
    assertThat(enterUntilRefused()).isEqualTo(WORKERS + QUEUE);
    admission.leaveArrival();
    assertThat(admission.tryArrive()).as("for the pool is full").isFalse();
  }

  @Test
  void whatIsOnItsWayIsCutToWhatIsReadAndWorkedOnInTheTarget() {
    oneJobOf(50);
    admission.tryArrive();
    admission.finishArrival(50 * MILLI);
    int arriving = arriveUntilRefused();
    pass(BURST_MILLIS);
    // 500 ms are 5 of 100 ms for each worker.
    for (; arriving > WORKERS + 5 * WORKERS; arriving--) {
      assertThat(admission.tryArrive()).as("with %d", arriving).isFalse();
      admission.leaveArrival();
    }
    admission.leaveArrival();
    assertThat(arriveUntilRefused()).isEqualTo(1);
  }

  @Test
  void whoseClientSendsNothingDoesNotCount() {
    oneJobOf(50);
    int arriving = arriveUntilRefused();
    for (int i = 0; i < arriving; i++) {
      admission.pauseArrival();
    }
    assertThat(arriveUntilRefused()).isEqualTo(arriving);
    admission.resumeArrival();
    admission.leaveArrival();
    assertThat(admission.tryArrive()).as("the resumed one has its place back").isFalse();
  }

  private int arriveUntilRefused() {
    int arriving = 0;
    while (admission.tryArrive()) {
      arriving++;
    }
    return arriving;
  }

  /** How many jobs there may be while a queue stands and jobs take so long. */
  private int presentWhenStanding(long millis) {
    int present = enterUntilRefused();
    pass(BURST_MILLIS);
    while (!admission.isOpen()) {
      admission.finish(millis * MILLI);
      present--;
    }
    int most = present + enterUntilRefused();
    for (int i = 0; i < most; i++) {
      admission.leave();
    }
    return most;
  }

  private void oneJobOf(long millis) {
    assertThat(admission.tryEnter()).isTrue();
    admission.finish(millis * MILLI);
  }

  private int enterUntilRefused() {
    int entered = 0;
    while (admission.tryEnter()) {
      entered++;
    }
    return entered;
  }

  private void pass(long millis) {
    now.addAndGet(millis * MILLI);
  }
}
