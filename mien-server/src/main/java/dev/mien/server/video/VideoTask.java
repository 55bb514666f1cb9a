package dev.mien.server.video;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * The faces of a video that are looked for in the background.
 *
 * @param id names it
 * @param order what was asked for
 * @param createdAt when
 * @param begunAt when the work began; empty while it waits
 * @param finishedAt when it ended; empty before
 * @param percent how much is done: 0 to 100, 100 only when it is finished
 * @param outcome what it has come to; empty before its end
 */
public record VideoTask(
    String id,
    Order order,
    Instant createdAt,
    Optional<Instant> begunAt,
    Optional<Instant> finishedAt,
    int percent,
    Optional<Outcome> outcome) {

  /**
   * What a client asks for.
   *
   * @param subAppId the application it names
   * @param source where the video comes from
   * @param mark what it marks the task with so that it is not done twice; empty for nothing
   * @param context what it wants to be told with the result
   * @param priority the higher the sooner
   */
  public record Order(
      long subAppId, VideoSource source, String mark, String context, int priority) {
    public Order {
      requireNonNull(source, "source is null");
      requireNonNull(mark, "mark is null");
      requireNonNull(context, "context is null");
    }
  }

  /** What a task has come to. */
  public sealed interface Outcome {}

  /**
   * Its faces were found.
   *
   * @param faces empty if they are no longer kept
   */
  public record Found(Optional<FoundFaces> faces) implements Outcome {}

  /** It has none to tell. */
  public record Refused(VideoProblem problem, String detail) implements Outcome {}
}
