package dev.mien.server.work;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A request with a large body on its way into a pool: from when its head is there until its job is
 * among those of the pool. It counts among what the workers have before them, and is brought in
 * when it is its turn; but nothing of that while its client sends nothing. Used by one thread.
 */
public final class Arrival implements AutoCloseable {
  private static final ScopedValue<Arrival> CURRENT = ScopedValue.newInstance();

  private enum State {
    /** It counts, and waits for its turn. */
    WAITING,
    /** It is its turn. */
    TURN,
    /** Its client has to send. */
    PAUSED,
    ENDED
  }

  private final Intake intake;
  private final long order;
  private final Semaphore turn = new Semaphore(0);
  private State state = State.WAITING;
  private long turnSince;
  private long turnNanos;

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
      intake.admission().resumeArrival();
      state = State.WAITING;
    }
    intake.take(this);
    state = State.TURN;
    turnSince = intake.nanoTime();
  }

  /** None of its bytes are there: others have their turn until the next {@link #begin}. */
  public void pause() {
    if (state == State.TURN) {
      giveBack();
      intake.admission().pauseArrival();
      state = State.PAUSED;
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
      case PAUSED, ENDED -> {
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
