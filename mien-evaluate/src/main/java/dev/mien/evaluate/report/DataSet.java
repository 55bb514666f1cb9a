package dev.mien.evaluate.report;

/**
 * The labelled pictures of a measurement.
 *
 * @param name the label file's, with its folder's
 * @param remark what readers of the figures should know of the data, such as what of the pipeline
 *     was fitted to it; may be empty
 */
public record DataSet(String name, String remark) {

  /** Data without a remark. */
  public DataSet(String name) {
    this(name, "");
  }
}
