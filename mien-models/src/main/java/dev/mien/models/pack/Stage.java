package dev.mien.models.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A step of the build that is left out while its inputs and outputs are as they were. A stamp file
 * holds the hash of the inputs and of the outputs.
 *
 * @param stamp where the hashes of the last run are kept
 * @param inputs files and folders whose contents decide
 * @param outputs files and folders that the step makes; it must make them from nothing
 */
record Stage(Path stamp, List<Path> inputs, List<Path> outputs) {
  Stage {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** The work of a step. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  /** Whether the outputs are those of the inputs as they are now. */
  boolean isCurrent() throws IOException {
    return Files.exists(stamp)
        && outputs.stream().allMatch(Files::exists)
        && Files.readString(stamp).equals(hashes());
  }

  /**
   * Runs the work unless the stage is current. A stamp is only left behind when the work succeeds.
   */
  void runIfNeeded(Work work) throws IOException {
    if (isCurrent()) {
      return;
    }
    Files.deleteIfExists(stamp);
    work.run();
    Files.createDirectories(Objects.requireNonNull(stamp.getParent(), "stamps lie in a folder"));
    Files.writeString(stamp, hashes());
  }

  private String hashes() throws IOException {
    return Sha256.ofTrees(inputs) + "\n" + Sha256.ofTrees(outputs) + "\n";
  }
}
