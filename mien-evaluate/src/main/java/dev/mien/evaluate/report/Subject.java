package dev.mien.evaluate.report;

/**
 * What was measured.
 *
 * @param measurement the command's name, such as "verification"
 * @param data the label file's name, and its folder's
 * @param remark what readers should know of the data; may be empty
 * @param pack the model pack's own name
 * @param modelVersion the model version, "" where none matters
 * @param embedder the embedder behind it, "" where none matters
 */
public record Subject(
    String measurement,
    String data,
    String remark,
    String pack,
    String modelVersion,
    String embedder) {

  /** What is measured of a model version. */
  public static Subject of(
      String measurement, DataSet data, String pack, String modelVersion, String embedder) {
    return new Subject(measurement, data.name(), data.remark(), pack, modelVersion, embedder);
  }

  /** What is measured without an embedder. */
  public static Subject of(String measurement, DataSet data, String pack) {
    return of(measurement, data, pack, "", "");
  }
}
