package dev.mien.server.backup;

import java.io.Serial;

/** A backup cannot be made or restored; the message says why, for an operator. */
public final class BackupException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  BackupException(String message) {
    super(message);
  }

  BackupException(String message, Throwable cause) {
    super(message, cause);
  }
}
