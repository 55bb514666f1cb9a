package dev.mien.server.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Bounds of options that are numbers. */
final class Range {
  private Range() {}

  /** Refuses an option's value below {@code min} or above {@code max}. */
  static void require(CommandLine command, String option, int value, int min, int max) {
    if (value < min || value > max) {
      throw new ParameterException(
          command, "%s must be from %d to %d, not %d".formatted(option, min, max, value));
    }
  }

  /** Refuses an option's value below {@code min} or above {@code max}, or that is no number. */
  static void require(CommandLine command, String option, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new ParameterException(
          command, "%s must be from %s to %s, not %s".formatted(option, min, max, value));
    }
  }
}
