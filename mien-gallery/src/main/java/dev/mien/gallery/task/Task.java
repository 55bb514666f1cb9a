package dev.mien.gallery.task;

import static java.util.Objects.requireNonNull;

import dev.mien.gallery.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * A piece of work that a client has asked for.
 *
 * @param id names it among all accounts' tasks
 * @param account who has asked
 * @param kind which part of the program knows what to do
 * @param mark what the client has marked it with so that it is not done twice; empty for nothing
 * @param priority the higher the sooner
 * @param request what is to be done
 * @param createdAt when it was asked for, to the millisecond
 * @param progress how far it is
 */
public record Task(
    String id,
    AccountId account,
    String kind,
    String mark,
    int priority,
    String request,
    Instant createdAt,
    Progress progress) {

  public Task {
    requireNonNull(id, "id is null");
    requireNonNull(account, "account is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(mark, "mark is null");
    requireNonNull(request, "request is null");
    requireNonNull(createdAt, "createdAt is null");
    requireNonNull(progress, "progress is null");
  }

  /**
   * How far a task is.
   *
   * @param attempts how often it was begun; more than once if the program ended meanwhile
   * @param begunAt when it was last begun; empty while it waits
   * @param finishedAt when it came to its end; empty before
   * @param result what it has come to; empty before its end
   */
  public record Progress(
      int attempts, Optional<Instant> begunAt, Optional<Instant> finishedAt, String result) {

    /** Of a task that waits for its turn. */
    public static final Progress WAITING = new Progress(0, Optional.empty(), Optional.empty(), "");

    public Progress {
      requireNonNull(begunAt, "begunAt is null");
      requireNonNull(finishedAt, "finishedAt is null");
      requireNonNull(result, "result is null");
      if (attempts < 0) {
        throw new IllegalArgumentException("attempts is negative: " + attempts);
      }
    }

    /** Begun, once more. */
    public Progress begun(Instant now) {
      return new Progress(attempts + 1, Optional.of(now), Optional.empty(), "");
    }

    /** Come to its end. */
    public Progress finished(Instant now, String outcome) {
      return new Progress(attempts, begunAt, Optional.of(now), outcome);
    }
  }

  /** This task, so far. */
  public Task with(Progress other) {
    return new Task(id, account, kind, mark, priority, request, createdAt, other);
  }
}
