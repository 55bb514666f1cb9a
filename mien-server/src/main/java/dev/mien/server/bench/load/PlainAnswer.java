package dev.mien.server.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the answers of a server that announces their length. */
final class PlainAnswer {
  private static final Pattern LENGTH =
      Pattern.compile("(?i)\r\ncontent-length: *([0-9]{1,8})\r\n");
  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final int HEAD_BYTES_MAX = 64 * 1024;
  private static final int BUFFER_BYTES = 4096;

  private PlainAnswer() {}

  /**
   * The body of the next answer.
   *
   * @throws IOException if it does not come, or is of another form
   */
  static String read(ReadableByteChannel channel) throws IOException {
    InputStream in = new BufferedInputStream(Channels.newInputStream(channel), BUFFER_BYTES);
    StringBuilder head = new StringBuilder();
    while (head.indexOf(END_OF_HEAD, Math.max(0, head.length() - END_OF_HEAD.length())) < 0) {
      int next = in.read();
      if (next < 0 || head.length() == HEAD_BYTES_MAX) {
        throw new EOFException("no answer after " + head.length() + " bytes");
      }
      head.append((char) next);
    }
    Matcher length = LENGTH.matcher(head);
    if (!length.find()) {
      throw new IOException("an answer without its length");
    }
    byte[] body = in.readNBytes(Integer.parseInt(length.group(1)));
    return new String(body, UTF_8);
  }
}
