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
}
