package dev.mien.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.server.contract.Defects.Defect;
import dev.mien.server.contract.Edges.Edge;
import dev.mien.server.contract.WireType.ListOf;
import dev.mien.server.contract.WireType.Scalar;
import dev.mien.server.contract.WireType.Structure;
import dev.mien.server.it.RawClient;
import dev.mien.server.protocol.CommonError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A running server keeps what the contract data promises, for every action and version: an action
 * that gets data is tested here without another line.
 */
@Order(1)
class ContractIT {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @TempDir static Path folder;
  private static ContractWorlds worlds;

  @BeforeAll
  static void start() throws Exception {
    worlds = ContractWorlds.start(folder.resolve("data"));
  }

  @AfterAll
  static void stop() throws Exception {
    worlds.close();
    if (ApiReference.writing()) {
      ApiReference.write(ApiReference.folder());
    }
  }

  /** An action in one of its versions. */
  record Subject(Contract contract, ContractAction action, String version) {
    List<Field> parameters() {
      return action.request(version);
    }

    ContractWorld world() throws Exception {
      return worlds.of(contract.service());
    }

    @Override
    public String toString() {
      return action.name() + " " + version;
    }
  }

  static Stream<Subject> subjects() {
    return Contract.tried()
        .flatMap(
            contract ->
                contract.actions().values().stream()
                    .flatMap(
                        action ->
                            contract.versions().stream()
                                .filter(action::isIn)
                                .map(version -> new Subject(contract, action, version))));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void a_good_request_is_answered_field_by_field_as_promised(Subject subject) throws Exception {
    JsonNode response = call(subject, subject.action().example());
    assertThat(RawClient.codeOf(response)).as(response.toString()).isEqualTo("OK");
    assertThat(ResponseShape.problems(subject.contract(), subject.action(), response))
        .as(response.toString())
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("newest")
  void the_published_example_is_what_is_answered(Subject subject) throws Exception {
    Contract contract = subject.contract();
    ContractAction action = subject.action();
    JsonNode request = subject.world().filled(action.example());
    JsonNode answered = call(subject, request);
    Example run = Example.of(request, answered);
    if (ApiReference.writing()) {
      run.save(contract, action);
    }
    Example published = Example.load(contract, action);
    assertThat(published).as(ApiReference.HINT).isNotNull();
    assertThat(published.request()).as(ApiReference.HINT).isEqualTo(run.request());
    assertThat(published.unmeasured(contract, action))
        .as(ApiReference.HINT)
        .isEqualTo(run.unmeasured(contract, action));
    // What is published has its long lists cut off.
    assertThat(ResponseShape.problems(contract, action, answered)).isEmpty();
  }

  static Stream<Subject> newest() {
    return subjects()
        .filter(
            subject ->
                subject.contract().versions().stream()
                    .filter(subject.action()::isIn)
                    .findFirst()
                    .orElseThrow()
                    .equals(subject.version()));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void a_defect_is_named_with_its_parameter_and_changes_nothing(Subject subject) throws Exception {
    String before = subject.world().everything();
    List<Defect> defects =
        new Defects(subject.contract(), subject.version())
            .of(subject.action().example(), subject.action().request());
    assertThat(defects).hasSizeGreaterThan(subject.parameters().size());
    List<String> surprises = new ArrayList<>();
    for (Defect defect : defects) {
      JsonNode response = call(subject, defect.request());
      String message = response.at("/Error/Message").asString();
      if (!RawClient.codeOf(response).equals(defect.code())
          || !message.startsWith(
              "Parameter " + defect.path() + (message.contains(":") ? ":" : " "))) {
        surprises.add(defect.what() + ", not " + defect.code() + ": " + response);
      }
    }
    assertThat(surprises).isEmpty();
    assertThat(subject.world().everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void limits_are_where_the_contract_says(Subject subject) throws Exception {
    List<String> surprises = new ArrayList<>();
    for (Edge edge :
        new Edges(subject.contract(), subject.version())
            .of(subject.action().example(), subject.parameters())) {
      JsonNode response = call(subject, edge.request());
      if (!edge.codes().contains(RawClient.codeOf(response))
          || (edge.refused() && !names(response, edge.parameter()))) {
        surprises.add(edge.what() + ", not " + edge.codes() + ": " + response);
      }
    }
    assertThat(surprises).isEmpty();
  }

  /** Whether the message names a parameter; of a list, one item's name will do. */
  private static boolean names(JsonNode response, String parameter) {
    String stem = parameter.replaceAll("(Infos|s)$", "");
    return response.at("/Error/Message").asString().contains(stem);
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void null_is_absence(Subject subject) throws Exception {
    ObjectNode request = subject.action().example().deepCopy();
    for (Field field : subject.parameters()) {
      if (!request.has(field.name())) {
        request.putNull(field.name());
      }
    }
    JsonNode response = call(subject, request);
    assertThat(RawClient.codeOf(response)).as(response.toString()).isEqualTo("OK");
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void whole_numbers_may_be_written_as_text(Subject subject) throws Exception {
    ObjectNode request = subject.action().example().deepCopy();
    for (Field field : subject.parameters()) {
      JsonNode value = request.has(field.name()) ? request.get(field.name()) : field.defaultValue();
      if (value != null) {
        request.set(field.name(), withTextForNumbers(subject, field.type(), value));
      }
    }
    JsonNode response = call(subject, request);
    assertThat(RawClient.codeOf(response)).as(request + " " + response).isEqualTo("OK");
  }

  private static JsonNode withTextForNumbers(Subject subject, WireType type, JsonNode value) {
    return switch (type) {
      case Scalar scalar ->
          scalar.isInteger() ? JSON.stringNode(Long.toString(value.asLong())) : value;
      case ListOf list -> {
        ArrayNode items = JSON.arrayNode();
        value.forEach(item -> items.add(withTextForNumbers(subject, list.element(), item)));
        yield items;
      }
      case Structure structure -> {
        ObjectNode parts = JSON.objectNode();
        for (Field field : subject.contract().fields(structure.name())) {
          parts.set(
              field.name(), withTextForNumbers(subject, field.type(), value.get(field.name())));
        }
        yield parts;
      }
    };
  }

  /** Sends a request; its answer must have a promised code, and what it changed is undone. */
  private static JsonNode call(Subject subject, JsonNode request) throws Exception {
    JsonNode response = subject.world().call(subject.action().name(), subject.version(), request);
    String code = RawClient.codeOf(response);
    if (code.equals("OK")) {
      if (subject.action().changes()) {
        subject.world().restore();
      }
    } else if (!subject.action().errors().contains(code) && !isCommon(code)) {
      throw new AssertionError(subject + " does not promise " + response);
    }
    return response;
  }

  private static boolean isCommon(String code) {
    return Arrays.stream(CommonError.values()).anyMatch(error -> error.code().equals(code));
  }
}
