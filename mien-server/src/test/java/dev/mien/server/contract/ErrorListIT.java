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
  private static ContractWorld world;

  @BeforeAll
  static void start() throws Exception {
    world = ContractWorld.start(folder.resolve("data"));
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  static List<ErrorList.Request> requests() {
    return ErrorList.load().requests();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void the_code_is_answered_and_promised_by_its_action(ErrorList.Request request) throws Exception {
    for (String version : Contract.load("iai").versions()) {
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
    assertThat(Contract.load("iai").action(request.action()).errors()).contains(request.code());
  }
}
