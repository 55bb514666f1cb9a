package dev.mien.server.bench.load;

/**
 * What became of a request.
 *
 * @param outcome for counting
 * @param code the error's code, {@code OK}, or how no answer came
 */
record Answer(Outcome outcome, String code) {
  /** How requests end. */
  enum Outcome {
    /** With what was asked for. */
    ANSWERED,
    /** The server said that it is busy. */
    REFUSED,
    /** In any other way. */
    FAILED
  }

  /** An answer that tells a code of API 3.0 or of the legacy API. */
  static Answer of(String code) {
    Outcome outcome =
        switch (code) {
          case "OK", "0" -> Outcome.ANSWERED;
          case "RequestLimitExceeded", "15" -> Outcome.REFUSED;
          default -> Outcome.FAILED;
        };
    return new Answer(outcome, code);
  }

  /** No answer came. */
  static Answer none(String why) {
    return new Answer(Outcome.FAILED, why);
  }
}
