package dev.mien.server.control;

import static java.util.Objects.requireNonNull;

/**
 * Copy the data directory.
 *
 * @param folder the absolute path of a new or empty folder, which whoever carries this out writes
 */
public record MakeBackup(String folder) implements ControlCommand {
  public MakeBackup {
    requireNonNull(folder, "folder is null");
  }
}
