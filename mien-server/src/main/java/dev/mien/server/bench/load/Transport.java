package dev.mien.server.bench.load;

import java.io.IOException;
import java.util.Map;

/** How requests reach a server. Safe for use by many threads. */
interface Transport extends AutoCloseable {
  /**
   * Posts a request and waits for the answer.
   *
   * @return the answer's body
   * @throws IOException if none comes
   */
  String post(String path, Map<String, String> headers, Content body)
      throws IOException, InterruptedException;

  @Override
  void close();
}
