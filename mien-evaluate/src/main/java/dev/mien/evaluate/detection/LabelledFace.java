package dev.mien.evaluate.detection;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.table.Row;
import dev.mien.vision.geometry.Box;

/**
 * A labelled face.
 *
 * @param box in pixels
 * @param required whether it must be found; others may be found or not
 */
record LabelledFace(Box box, boolean required) {
  private static final String REQUIRED = "required";

  /** Reads x, y, w, h, and required if the file has such a column. */
  static LabelledFace of(Row row) throws EvaluationException {
    if (row.number("w") < 0 || row.number("h") < 0) {
      throw new EvaluationException(row.text("path") + " has a box of negative size");
    }
    return new LabelledFace(
        new Box(row.number("x"), row.number("y"), row.number("w"), row.number("h")),
        !row.columns().contains(REQUIRED) || row.flag(REQUIRED));
  }

  double shorterSide() {
    return Math.min(box.width(), box.height());
  }
}
