package dev.mien.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.mien.server.it.RawClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Every action of IAI in both versions through the official SDKs for Java and Node.js, and through
 * a client of Python's standard library: an action that has contract data is called here without
 * another line. Each client goes through its ways of signing in turn.
 */
class AllClientsIT {
  private static final Logger LOG = LoggerFactory.getLogger(AllClientsIT.class);

  private static final List<String> JAVA =
      List.of(
          "TC3-HMAC-SHA256/POST",
          "HmacSHA1/POST",
          "TC3-HMAC-SHA256/GET",
          "HmacSHA256/POST",
          "HmacSHA256/GET");
  private static final List<String> NODE =
      List.of("TC3-HMAC-SHA256/POST", "HmacSHA1/POST", "HmacSHA256/POST", "HmacSHA1/GET");
  private static final List<String> PYTHON =
      List.of(
          "TC3-POST",
          "HmacSHA1-POST",
          "TC3-MULTIPART",
          "HmacSHA256-GET",
          "TC3-GET",
          "HmacSHA256-POST",
          "HmacSHA1-GET");

  @TempDir static Path folder;
  private static ContractWorlds worlds;
  private static ContractWorld world;

  @BeforeAll
  static void start() throws Exception {
    worlds = ContractWorlds.start(folder.resolve("data"));
    world = worlds.of("iai");
  }

  @AfterAll
  static void stop() {
    worlds.close();
  }

  /** A client and a way of signing. */
  @FunctionalInterface
  private interface Caller {
    JsonNode call(String signing, String version, String action, JsonNode request) throws Exception;
  }

  @Test
  void every_action_can_be_called_with_the_java_sdk() throws Exception {
    callAll(JAVA, new JavaSdk(worlds.server())::call, false);
  }

  @Test
  void every_action_can_be_called_with_the_node_sdk() throws Exception {
    String script = Path.of("target", "node", "client.mjs").toString();
    try (WorkerClient node = new WorkerClient(worlds.server(), "node", script)) {
      callAll(NODE, node::call, true);
    }
  }

  @Test
  void every_action_can_be_called_from_python() throws Exception {
    boolean present = isPresent("python3");
    if (!present) {
      LOG.error("NOT TESTED: the Python client, because there is no python3 here");
    }
    assumeThat(present).as("python3").isTrue();
    String script = Contract.moduleFolder().resolve("src/test/python/client.py").toString();
    try (WorkerClient python = new WorkerClient(worlds.server(), "python3", script)) {
      callAll(PYTHON, python::call, true);
    }
  }

  /**
   * Calls everything.
   *
   * @param whole whether the client gives responses with all their fields
   */
  private static void callAll(List<String> signings, Caller caller, boolean whole) {
    List<String> surprises = new ArrayList<>();
    List<ContractIT.Subject> subjects =
        ContractIT.subjects()
            .filter(subject -> subject.contract().service().equals("iai"))
            .toList();
    for (int i = 0; i < subjects.size(); i++) {
      String signing = signings.get(i % signings.size());
      try {
        String problem = problem(subjects.get(i), signing, caller, whole);
        if (!problem.isEmpty()) {
          surprises.add(subjects.get(i) + " by " + signing + ": " + problem);
        }
      } catch (Exception e) {
        surprises.add(subjects.get(i) + " by " + signing + ": " + e);
      }
    }
    assertThat(surprises).isEmpty();
    assertThat(subjects).hasSizeGreaterThan(50);
  }

  private static String problem(
      ContractIT.Subject subject, String signing, Caller caller, boolean whole) throws Exception {
    ContractAction action = subject.action();
    JsonNode request = world.filled(action.example());
    JsonNode response = caller.call(signing, subject.version(), action.name(), request);
    if (action.changes()) {
      world.restore();
    }
    if (!RawClient.codeOf(response).equals("OK") || !response.has("RequestId")) {
      return response.toString();
    }
    List<String> problems = ResponseShape.problems(subject.contract(), action, response);
    return whole && !problems.isEmpty() ? problems.toString() : "";
  }

  private static boolean isPresent(String program) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(program, "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
