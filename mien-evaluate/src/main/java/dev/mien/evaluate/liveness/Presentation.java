package dev.mien.evaluate.liveness;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.table.Row;

/**
 * A picture of a live face or of an attack, and what the pipeline made of it.
 *
 * @param row its labels
 * @param attack its kind; empty for a live face
 * @param response what became of it
 */
record Presentation(Row row, String attack, Response response) {
  /** An attack whose kind is not labelled. */
  private static final String ANY_ATTACK = "attack";

  /** What the pipeline makes of a picture. */
  sealed interface Response {}

  /**
   * A judgement.
   *
   * @param score 0..100
   */
  record Judged(double score) implements Response {}

  /** The face is smaller than the server judges. */
  record TooSmall() implements Response {}

  /** There is no picture or no face in it. */
  record Failed() implements Response {}

  static Presentation of(Row row, Response response) throws EvaluationException {
    String kind = row.text("attack").isEmpty() ? ANY_ATTACK : row.text("attack");
    return new Presentation(row, row.flag("live") ? "" : kind, response);
  }

  boolean isLive() {
    return attack.isEmpty();
  }

  boolean isJudged() {
    return response instanceof Judged;
  }

  /** Whether the score is at least this; false for what has none. */
  boolean passes(double threshold) {
    return response instanceof Judged judged && judged.score() >= threshold;
  }
}
