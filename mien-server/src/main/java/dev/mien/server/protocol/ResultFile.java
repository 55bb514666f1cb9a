package dev.mien.server.protocol;

import java.util.List;

/** Makes the bytes of files that answers link to, in the notation of answers. */
public final class ResultFile {
  private ResultFile() {}

  /** A JSON array of records. */
  public static byte[] json(List<? extends Record> entries) {
    return ResponseWriter.file(entries);
  }
}
