package dev.mien.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.server.it.RawClient;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Requests that bring about the error codes which no limit of a parameter does. */
class ErrorListIT {
  @TempDir static Path folder;
  private static ContractWorlds worlds;

  @BeforeAll
  static void start() throws Exception {
    worlds = ContractWorlds.start(folder.resolve("data"));
  }

  @AfterAll
  static void stop() {
    worlds.close();
  }

  /** A request, and the API that it is sent to. */
  record Subject(String service, ErrorList.Request request) {
    @Override
    public String toString() {
      return service + " " + request;
    }
  }

  static List<Subject> requests() {
    return Contract.tried()
        .map(Contract::service)
        .flatMap(
            service ->
                ErrorList.load(service).requests().stream()
                    .map(request -> new Subject(service, request)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void the_code_is_answered_and_promised_by_its_action(Subject subject) throws Exception {
    ErrorList.Request request = subject.request();
    Contract contract = Contract.load(subject.service());
    ContractWorld world = worlds.of(subject.service());
    for (String version : contract.versions()) {
      for (ErrorList.Step step : request.before()) {
        assertThat(RawClient.codeOf(world.call(step.action(), version, step.request())))
            .isEqualTo("OK");
      }
      JsonNode response = world.call(request.action(), version, request.request());
      assertThat(RawClient.codeOf(response)).as(response.toString()).isEqualTo(request.code());
      assertThat(response.at("/Error/Message").asString()).endsWith(".");
      if (!request.before().isEmpty()) {
        world.restore();
      }
    }
    assertThat(contract.action(request.action()).errors()).contains(request.code());
  }
}
