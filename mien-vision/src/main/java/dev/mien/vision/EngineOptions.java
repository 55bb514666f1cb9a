package dev.mien.vision;

/**
 * How the engine runs.
 *
 * @param intraOpThreads threads that one net may use for one call; at least 1. With one thread a
 *     call, throughput comes from concurrent calls
 */
public record EngineOptions(int intraOpThreads) {

  /** One thread a call. */
  public static final EngineOptions DEFAULTS = new EngineOptions(1);

  public EngineOptions {
    if (intraOpThreads < 1) {
      throw new IllegalArgumentException("intraOpThreads must be at least 1: " + intraOpThreads);
    }
  }
}
