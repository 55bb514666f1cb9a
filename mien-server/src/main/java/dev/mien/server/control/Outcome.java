package dev.mien.server.control;

import java.util.List;

/**
 * What a command came to.
 *
 * @param done whether it did what was asked
 * @param lines what to tell the person who asked
 */
public record Outcome(boolean done, List<String> lines) {

  public Outcome {
    lines = List.copyOf(lines);
  }

  static Outcome done(String... lines) {
    return new Outcome(true, List.of(lines));
  }

  static Outcome failed(String line) {
    return new Outcome(false, List.of(line));
  }
}
