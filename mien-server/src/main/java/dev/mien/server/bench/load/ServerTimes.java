package dev.mien.server.bench.load;

import dev.mien.server.bench.BenchException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * What requests took inside the server, from when their heads were there: by the access log, since
 * a moment. What a client measures beyond that is its own sending and the way.
 */
final class ServerTimes {
  private static final Pattern LINE =
      Pattern.compile("code=([A-Za-z.]+) body-ms=([0-9]+) ms=([0-9]+)");

  private static final long MILLIS_MAX = 600_000;
  private static final int SIGNIFICANT_DIGITS = 3;

  private final Path log;
  private final long from;

  private ServerTimes(Path log, long from) {
    this.log = log;
    this.from = from;
  }

  /** Those that will be logged from now on. */
  static ServerTimes since(Path log) throws BenchException {
    try {
      return new ServerTimes(log, Files.size(log));
    } catch (IOException e) {
      throw new BenchException("the server's log cannot be read: " + e, e);
    }
  }

  /** A line about them. */
  String summary() throws BenchException {
    Histogram bodies = histogram();
    Histogram answered = histogram();
    Histogram refused = histogram();
    Matcher line = LINE.matcher(text());
    while (line.find()) {
      long millis = Math.min(Long.parseLong(line.group(3)), MILLIS_MAX);
      switch (Answer.of(line.group(1)).outcome()) {
        case ANSWERED -> {
          bodies.recordValue(Math.min(Long.parseLong(line.group(2)), MILLIS_MAX));
          answered.recordValue(millis);
        }
        case REFUSED -> refused.recordValue(millis);
        case FAILED -> {
          // counted by the client
        }
      }
    }
    return "in the server, ms from the head, p50/p99: body there %s, answered %s, refused %s"
        .formatted(both(bodies), both(answered), both(refused));
  }

  private String text() throws BenchException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] lines = new byte[Math.toIntExact(file.length() - from)];
      file.seek(from);
      file.readFully(lines);
      return new String(lines, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new BenchException("the server's log cannot be read: " + e, e);
    }
  }

  private static String both(Histogram times) {
    return times.getValueAtPercentile(50) + "/" + times.getValueAtPercentile(99);
  }

  private static Histogram histogram() {
    return new Histogram(MILLIS_MAX, SIGNIFICANT_DIGITS);
  }
}
