package dev.mien.server.control;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** Something to do about an account's files. */
public sealed interface MediaCommand extends ControlCommand {

  /** For which account; null means the only one there is. */
  @Nullable Long appId();

  /**
   * Keep a copy of a file.
   *
   * @param file its absolute path, which whoever carries this out reads
   */
  record Add(@Nullable Long appId, String file) implements MediaCommand {
    public Add {
      requireNonNull(file, "file is null");
    }
  }

  /** List the files. */
  record ListAll(@Nullable Long appId) implements MediaCommand {}

  /** Remove a file. */
  record Remove(@Nullable Long appId, String fileId) implements MediaCommand {
    public Remove {
      requireNonNull(fileId, "fileId is null");
    }
  }
}
