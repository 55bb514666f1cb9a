package dev.mien.server.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mien.server.bench.BenchException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server like {@code mien serve}, in a process of its own, with an empty data directory that goes
 * with it, or with one that stays.
 */
final class ChildServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChildServer.class);

  private static final String READY = "Mien is ready at ";
  private static final int STOP_SECONDS_MAX = 30;
  private static final int LOG_LINES_SHOWN = 10;
  private static final String OUT_OF_MEMORY = "OutOfMemoryError";

  /** A program in this program's class path; this package may not use it in any other way. */
  private static final String MAIN = "dev.mien.server.Main";

  /** Where a data directory's first keys are. */
  static final String KEYS_FILE = "first-run-credentials.json";

  /** Who may do everything in the server. */
  record Keys(long appId, String secretId, String secretKey) {}

  private final Process process;
  private final Path folder;
  private final Path data;
  private final Thread onExit;
  private final URI uri;
  private final Keys keys;

  private ChildServer(Process process, Path folder, Path data, Thread onExit, URI uri, Keys keys) {
    this.process = process;
    this.folder = folder;
    this.data = data;
    this.onExit = onExit;
    this.uri = uri;
    this.keys = keys;
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @param scratch where its folder is made
   * @param config its configuration file, if it has one; host, port and data directory are always
   *     those of the measurement
   * @param heap all of its heap from the first moment on, as in {@code -Xmx}: so what grows of the
   *     process is memory outside of the heap
   */
  static ChildServer start(Path scratch, Optional<Path> config, String heap)
      throws BenchException, InterruptedException {
    return start(scratch, Optional.empty(), config, heap);
  }

  /**
   * Starts it with a data directory that stays, and has {@link #KEYS_FILE} in it.
   *
   * @param data the directory; if there is none, an empty one that does not stay
   */
  static ChildServer start(Path scratch, Optional<Path> data, Optional<Path> config, String heap)
      throws BenchException, InterruptedException {
    Path folder = null;
    Process process = null;
    try {
      folder = Files.createTempDirectory(scratch, "mien-bench");
      Path dataDirectory = data.orElse(folder.resolve("data"));
      process =
          new ProcessBuilder(command(folder, dataDirectory, config, heap))
              .redirectError(log(folder).toFile())
              .start();
      Thread onExit = Thread.ofPlatform().unstarted(process::destroyForcibly);
      Runtime.getRuntime().addShutdownHook(onExit);
      URI uri = untilReady(process, folder);
      return new ChildServer(process, folder, dataDirectory, onExit, uri, keys(dataDirectory));
    } catch (IOException | UncheckedIOException | BenchException e) {
      if (process != null) {
        process.destroyForcibly().waitFor();
      }
      if (folder != null) {
        delete(folder);
      }
      throw e instanceof BenchException known
          ? known
          : new BenchException("the server does not start: " + e.getMessage(), e);
    }
  }

  /** The JVM's options are this process's own, but for the heap and for agents. */
  private static List<String> command(Path folder, Path data, Optional<Path> config, String heap) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-javaagent") && !option.startsWith("-agent"))
        .forEach(command::add);
    command.addAll(List.of("-Xms" + heap, "-Xmx" + heap, "-XX:+AlwaysPreTouch"));
    command.add("-Xlog:gc:file=" + folder.resolve("gc.log") + ":none:filecount=0");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN, "serve"));
    command.addAll(List.of("--host", "127.0.0.1", "--port", "0"));
    command.addAll(List.of("--data", data.toString()));
    config.ifPresent(file -> command.addAll(List.of("--config", file.toString())));
    return command;
  }

  private static URI untilReady(Process process, Path folder)
      throws IOException, BenchException, InterruptedException {
    BufferedReader output = process.inputReader(UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(READY)) {
        return URI.create(line.substring(READY.length()).strip());
      }
    }
    List<String> lines = Files.readAllLines(log(folder));
    String end =
        String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
    throw new BenchException(
        "the server ended with code %d:%n%s".formatted(process.waitFor(), end));
  }

  private static Keys keys(Path data) {
    JsonNode json = JsonMapper.shared().readTree(data.resolve(KEYS_FILE));
    return new Keys(
        json.get("appId").asLong(),
        json.get("secretId").asString(),
        json.get("secretKey").asString());
  }

  private static Path log(Path folder) {
    return folder.resolve("server.log");
  }

  URI uri() {
    return uri;
  }

  Keys keys() {
    return keys;
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  /** Where the JVM writes what its collections leave. */
  Path gcLog() {
    return folder.resolve("gc.log");
  }

  Path data() {
    return data;
  }

  /** Where files of the measurement may lie; they go with it. */
  Path folder() {
    return folder;
  }

  /** What it tells, a line for each request too. */
  Path log() {
    return log(folder);
  }

  /** How often the server has had no memory left, as its log says. */
  long outOfMemory() throws BenchException {
    try (Stream<String> lines = Files.lines(log(folder))) {
      return lines.filter(line -> line.contains(OUT_OF_MEMORY)).count();
    } catch (IOException | UncheckedIOException e) {
      throw new BenchException("the server's log cannot be read: " + e, e);
    }
  }

  /** Stops it and removes all that it wrote. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(onExit);
    delete(folder);
  }

  /** What cannot be removed is left in a folder for temporary files. */
  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("{} is left", folder, e);
    }
  }
}
