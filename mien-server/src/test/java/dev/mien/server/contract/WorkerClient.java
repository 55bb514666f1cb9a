package dev.mien.server.contract;

import dev.mien.server.it.TestServer;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A client in another language: a process that takes requests and gives responses line by line. */
final class WorkerClient implements AutoCloseable {
  private final Process process;
  private final BufferedWriter requests;
  private final BufferedReader responses;

  /** Starts a program with the server's address and keys as its last arguments. */
  WorkerClient(TestServer server, String... program) throws IOException {
    List<String> command = new ArrayList<>(List.of(program));
    command.add(server.endpoint());
    command.add(server.credentials().secretId());
    command.add(server.credentials().secretKey());
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    requests = process.outputWriter(StandardCharsets.UTF_8);
    responses = process.inputReader(StandardCharsets.UTF_8);
  }

  /** The {@code Response} object that the program got for a request. */
  JsonNode call(String signing, String version, String action, JsonNode request)
      throws IOException {
    requests.write(
        JsonNodeFactory.instance
            .objectNode()
            .put("signing", signing)
            .put("version", version)
            .put("action", action)
            .set("request", request)
            .toString());
    requests.newLine();
    requests.flush();
    String response = responses.readLine();
    if (response == null) {
      throw new IOException("the client ended at " + action);
    }
    return Contract.MAPPER.readTree(response);
  }

  @Override
  public void close() throws IOException {
    requests.close();
    process.destroyForcibly();
  }
}
