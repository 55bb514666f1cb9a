package dev.mien.server.protocol;

/** Who has to act on an error. */
public enum ErrorCategory {
  /** The request is at fault: the same request fails again. */
  CALLER,
  /** A limit or a shortage: the same request may succeed later. */
  LIMIT,
  /** The server is at fault. */
  SERVER
}
