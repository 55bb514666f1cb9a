package dev.mien.server.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The npm packages at work in a Node.js process of one thread, asked through its pipes. */
final class NodeProcess implements AutoCloseable {
  /**
   * What was done.
   *
   * @param count how often
   * @param seconds it took
   * @param processor seconds of all its threads
   * @param faces found, if pictures were looked at
   */
  record Answer(int count, double seconds, double processor, int faces) {
    Pace pace() {
      return Pace.of(count, new Duration(seconds, processor));
    }
  }

  private final Process process;
  private final BufferedReader out;
  private final BufferedWriter in;
  private final String version;

  private NodeProcess(Process process) throws IOException {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.in = process.outputWriter(StandardCharsets.UTF_8);
    this.version = line().path("version").asString("");
  }

  /**
   * Starts it.
   *
   * @param folder with the {@link NodePackages}
   * @param photos the index of the photos' pixels
   */
  static NodeProcess start(Path folder, Path photos) throws IOException {
    return new NodeProcess(
        new ProcessBuilder(
                "node", folder.resolve(NodePackages.SCRIPT).toString(), photos.toString())
            .redirectError(folder.resolve("measure.log").toFile())
            .start());
  }

  /** Node's, TensorFlow.js's, and the package's. */
  String version() {
    return version;
  }

  /** Has it measure something; the script says what can be asked. */
  Answer ask(Map<String, Object> request) throws IOException {
    in.write(JsonMapper.shared().writeValueAsString(request));
    in.newLine();
    in.flush();
    JsonNode answer = line();
    return new Answer(
        answer.path("count").asInt(),
        answer.path("seconds").asDouble(),
        answer.path("processor").asDouble(),
        answer.path("faces").asInt(0));
  }

  private JsonNode line() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new IOException("Node.js has ended; measure.log in the packages' folder says why");
    }
    try {
      return JsonMapper.shared().readTree(line);
    } catch (JacksonException e) {
      throw new IOException("Node.js does not answer in JSON: " + line, e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
