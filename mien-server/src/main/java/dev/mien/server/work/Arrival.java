package dev.mien.server.work;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A request with a large body on its way into a pool: from when its head is there until its job is
 * among those of the pool. It counts among what the workers have before them, and is brought in
 * when it is its turn; but it has no turn while its client sends nothing, and soon counts no more.
 * Used by one thread.
 */
public final class Arrival implements AutoCloseable {
  /**
   * The pace of a client whose body will be there any moment: 32 MB a second, 10 MB in a third of
   * one. On a busy machine each socket is empty now and then; if those bodies did not count in such
   * a moment, others would be let in in their place, and all of them would go on together.
   */
  private static final double PROMPT_NANOS_PER_BYTE = 1e9 / (32 << 20);

  private static final ScopedValue<Arrival> CURRENT = ScopedValue.newInstance();

  private enum State {
    /** It counts, and waits for its turn. */
    WAITING,
    /** It is its turn. */
    TURN,
    /** Its client has to send; it counts. */
    PAUSED,
    /** Its client has not sent for long. */
    STALLED,
    ENDED
  }

  private final Intake intake;
  private final long order;
  private final Semaphore turn = new Semaphore(0);
  private State state = State.WAITING;
  private long turnSince;
  private long turnNanos;
  private long pausedSince;
  private long pausedNanos;

  Arrival(Intake intake, long order) {
    this.intake = intake;
    this.order = order;
  }

  /** Who came before has its turn before. */
  long order() {
    return order;
  }

  /**
   * Waits until it is this one's turn, if it is not already: some of its bytes are there, or may
   * be.
   *
   * @throws BusyException if it was not in time
   */
  public void begin() throws BusyException, InterruptedException {
    if (state == State.TURN) {
      return;
    }
    if (state == State.PAUSED) {
      pausedNanos += intake.nanoTime() - pausedSince;
    }
    if (state == State.STALLED) {
      intake.admission().resumeArrival();
    }
    state = State.WAITING;
    intake.take(this);
    state = State.TURN;
    turnSince = intake.nanoTime();
  }

  /** None of its bytes are there: others have their turn until the next {@link #begin}. */
  public void pause() {
    if (state == State.TURN) {
      giveBack();
      pausedSince = intake.nanoTime();
      state = State.PAUSED;
    }
  }

  /**
   * How long it still counts while none of its bytes are there: all its pauses together may take as
   * long as a prompt client needs for what it has sent. So who sends little counts for next to no
   * time.
   *
   * @param bytes that are there so far
   */
  public long patienceNanos(long bytes) {
    return Math.max(0, (long) (bytes * PROMPT_NANOS_PER_BYTE) - pausedNanos);
  }

  /** The patience with it is at an end: it does not count until the next {@link #begin}. */
  public void stall() {
    if (state == State.PAUSED) {
      pausedNanos += intake.nanoTime() - pausedSince;
      intake.admission().pauseArrival();
      state = State.STALLED;
    }
  }

  /** Does something that ends this as soon as it has become a job of the pool. */
  public <T> T during(Supplier<T> way) {
    return ScopedValue.where(CURRENT, this).call(way::get);
  }

  /** What this thread brings in, if anything, has become a job of the pool. */
  static void endCurrent() {
    if (CURRENT.isBound()) {
      CURRENT.get().close();
    }
  }

  /** It has become a job, or never will. */
  @Override
  public void close() {
    switch (state) {
      case WAITING -> intake.admission().leaveArrival();
      case TURN -> {
        giveBack();
        intake.admission().finishArrival(turnNanos);
      }
      case PAUSED -> intake.admission().finishArrival(turnNanos);
      case STALLED, ENDED -> {
        // it does not count
      }
    }
    state = State.ENDED;
  }

  private void giveBack() {
    turnNanos += intake.nanoTime() - turnSince;
    intake.giveBack();
  }

  /** Called by another thread. */
  void grant() {
    turn.release();
  }

  boolean awaitGrant(long millis) throws InterruptedException {
    return turn.tryAcquire(millis, TimeUnit.MILLISECONDS);
  }
}
