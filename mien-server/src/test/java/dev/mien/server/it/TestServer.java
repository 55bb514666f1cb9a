package dev.mien.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real server in a process of its own, on a free port of the loopback address. */
public final class TestServer implements AutoCloseable {
  private static final String READY = "Mien is ready at http://";
  private static final int STOP_SECONDS_MAX = 30;

  private final Process process;
  private final Path data;
  private final String endpoint;
  private final Credentials credentials;

  /** What the server wrote on its first start. */
  public record Credentials(long appId, String secretId, String secretKey) {}

  private TestServer(Process process, Path data, String endpoint, Credentials credentials) {
    this.process = process;
    this.data = data;
    this.endpoint = endpoint;
    this.credentials = credentials;
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @param data its data directory; may exist already
   * @param settings lines of its configuration file
   */
  public static TestServer start(Path data, String... settings)
      throws IOException, InterruptedException {
    return start(data, List.of(), settings);
  }

  /**
   * Starts one that will be killed soon: a third of the time of a start goes to the JVM's best
   * compiler.
   */
  static TestServer startBriefly(Path data) throws IOException, InterruptedException {
    return start(data, List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
  }

  private static TestServer start(Path data, List<String> javaOptions, String... settings)
      throws IOException, InterruptedException {
    Path log = data.resolveSibling(data.getFileName() + ".log");
    Path config =
        Files.writeString(
            data.resolveSibling(data.getFileName() + ".yaml"), String.join("\n", settings) + "\n");
    Path temporary = Files.createDirectories(temporary(data));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--add-modules",
            "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-Xmx2g",
            "-Djava.io.tmpdir=" + temporary));
    command.addAll(javaOptions);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
    command.addAll(
        List.of(
            "dev.mien.server.Main",
            "serve",
            "--port",
            "0",
            "--data",
            data.toString(),
            "--config",
            config.toString()));
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    BufferedReader output = process.inputReader(UTF_8);
    StringBuilder seen = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      seen.append(line).append('\n');
      if (line.startsWith(READY)) {
        Thread.ofVirtual().start(() -> drain(output));
        return new TestServer(
            process, data, line.substring(READY.length()).strip(), readCredentials(data));
      }
    }
    throw new IOException(
        "The server ended with %d: %s%s".formatted(process.waitFor(), seen, Files.readString(log)));
  }

  /** Host and port. */
  public String endpoint() {
    return endpoint;
  }

  public Credentials credentials() {
    return credentials;
  }

  /** Its data directory. */
  public Path data() {
    return data;
  }

  /** Its folder for temporary files. */
  Path temporary() {
    return temporary(data);
  }

  private static Path temporary(Path data) {
    return data.resolveSibling(data.getFileName() + ".tmp");
  }

  /** Programs that it has started and that still run. */
  List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  /** Creates one more account in the running server, as its operator does. */
  public Credentials newAccount(Path data) throws IOException, InterruptedException {
    Process keys =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.mien.server.Main",
                "keys",
                "create",
                "--new-account",
                "--data",
                data.toString())
            .redirectErrorStream(true)
            .start();
    String printed = new String(keys.getInputStream().readAllBytes(), UTF_8);
    if (keys.waitFor() != 0) {
      throw new IOException(printed);
    }
    return new Credentials(
        Long.parseLong(printedValue(printed, "appId")),
        printedValue(printed, "secretId"),
        printedValue(printed, "secretKey"));
  }

  private static String printedValue(String printed, String name) {
    return printed.replaceAll("(?s).*" + name + ": +(\\S+).*", "$1");
  }

  /** Ends it without a chance to tidy up, as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ends it as an operator does, and waits. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new AssertionError(
          "The server did not end within " + STOP_SECONDS_MAX + " s of SIGTERM");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static Credentials readCredentials(Path data) {
    JsonNode json =
        JsonMapper.shared().readTree(data.resolve("first-run-credentials.json").toFile());
    return new Credentials(
        json.get("appId").asLong(),
        json.get("secretId").asString(),
        json.get("secretKey").asString());
  }

  private static void drain(BufferedReader output) {
    try {
      while (output.readLine() != null) {
        // the log goes to a file; what else is printed must not fill the pipe
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
