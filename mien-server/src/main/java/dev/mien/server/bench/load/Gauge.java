package dev.mien.server.bench.load;

import dev.mien.server.bench.BenchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a server's process has of the machine, as Linux and its JVM tell. */
final class Gauge {
  private static final double BYTES_PER_MEGABYTE = 1e6;
  private static final int BYTES_PER_KILOBYTE_OF_PROC = 1024;
  private static final String DELETED = " (deleted)";

  /**
   * A line of the JVM's log: the heap before, after and the room for it, in MiB. Other pauses, such
   * as those that end a concurrent marking, free next to nothing.
   */
  private static final Pattern COLLECTION =
      Pattern.compile("Pause (?:Young|Full) .*\\d+M->(\\d+)M\\(\\d+M\\)");

  private static final double BYTES_PER_MEBIBYTE = 1 << 20;

  /**
   * What it has at one moment.
   *
   * @param residentMegabytes in RAM, with the heap and what is mapped
   * @param heapMegabytes what the latest garbage collection left; 0 before the first one
   * @param descriptors open files and sockets
   * @param dataMegabytes all files in the data directory
   * @param scratchMegabytes files without a name, such as the search index's
   */
  record Reading(
      double residentMegabytes,
      double heapMegabytes,
      int threads,
      int descriptors,
      double dataMegabytes,
      double scratchMegabytes) {}

  private final ChildServer server;
  private final Path process;

  /** A gauge of a server that runs. */
  Gauge(ChildServer server) {
    this.server = server;
    this.process = Path.of("/proc", Long.toString(server.process().pid()));
  }

  /** The processor time of all threads so far. */
  Duration processorTime() {
    return server.process().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Reads it. */
  Reading read() throws BenchException {
    try {
      List<String> status =
          Files.readAllLines(process.resolve("status"), StandardCharsets.US_ASCII);
      return new Reading(
          number(status, "VmRSS") * BYTES_PER_KILOBYTE_OF_PROC / BYTES_PER_MEGABYTE,
          heapMegabytes(Files.readString(server.gcLog())),
          (int) number(status, "Threads"),
          descriptors(),
          sizeOfFiles(server.data()) / BYTES_PER_MEGABYTE,
          sizeOfUnnamed() / BYTES_PER_MEGABYTE);
    } catch (IOException e) {
      throw new BenchException("the server's process cannot be looked at (Linux can): " + e, e);
    }
  }

  /** What the last garbage collection of a log left. */
  static double heapMegabytes(String log) {
    Matcher collection = COLLECTION.matcher(log);
    double last = 0;
    while (collection.find()) {
      last = Integer.parseInt(collection.group(1)) * BYTES_PER_MEBIBYTE / BYTES_PER_MEGABYTE;
    }
    return last;
  }

  private static double number(List<String> status, String name) throws IOException {
    return status.stream()
        .filter(line -> line.startsWith(name + ":"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow(() -> new IOException("there is no " + name));
  }

  private int descriptors() throws IOException {
    try (Stream<Path> open = Files.list(process.resolve("fd"))) {
      return (int) open.count();
    }
  }

  private double sizeOfUnnamed() throws IOException {
    try (Stream<Path> open = Files.list(process.resolve("fd"))) {
      return open.mapToLong(Gauge::sizeIfUnnamed).sum();
    }
  }

  private static long sizeIfUnnamed(Path descriptor) {
    try {
      boolean unnamed = Files.readSymbolicLink(descriptor).toString().endsWith(DELETED);
      return unnamed ? Files.size(descriptor) : 0;
    } catch (IOException e) {
      return 0; // closed meanwhile
    }
  }

  private static double sizeOfFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(Gauge::sizeIfThere).sum();
    }
  }

  private static long sizeIfThere(Path file) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0; // removed meanwhile
    }
  }
}
