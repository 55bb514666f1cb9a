package dev.mien.models.convert;

import dev.mien.models.tfjs.GraphModel;

/** A change of a TensorFlow graph before its conversion. */
@FunctionalInterface
public interface GraphRewrite {
  /** The changed graph; the given one stays as it is. */
  GraphModel apply(GraphModel graph);
}
