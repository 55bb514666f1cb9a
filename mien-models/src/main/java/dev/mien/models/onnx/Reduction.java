package dev.mien.models.onnx;

/** What to do with the elements along axes that disappear. */
public enum Reduction {
  MEAN("ReduceMean"),
  SUM("ReduceSum"),
  MAXIMUM("ReduceMax");

  private final String operator;

  Reduction(String operator) {
    this.operator = operator;
  }

  /** The ONNX operator. */
  String operator() {
    return operator;
  }
}
