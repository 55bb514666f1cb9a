package dev.mien.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.server.it.RawClient;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one account has does not exist for another: every action that names a group, a person, a
 * face, a job or a file of somebody else is answered as if nobody had it, and changes nothing.
 */
class AccountsIT {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Ids that are well formed and that nobody has. */
  private static final Map<String, String> UNKNOWN =
      Map.of(
          "GroupId", "nobodys-group",
          "GroupIds", "nobodys-group",
          "PersonId", "person-Nobody00",
          "FaceIds", "4000000000000000001",
          "JobId", "nobodys-job",
          "CategoryId", "999999",
          "ImageId", "image-nobody00-pict",
          "FileId", "0123456789abcdef0123456789abcdef",
          "TaskId", "nobodys-task");

  /** Ids that the server has given, and nobody could have chosen. */
  private static final Pattern GIVEN =
      Pattern.compile("[0-9]{19}|(?:person|image)-[A-Za-z0-9_-]+|[0-9a-f]{8}-[0-9a-f-]{27}");

  @TempDir static Path folder;
  private static ContractWorlds worlds;
  private static RawClient stranger;
  private static RawClient otherStranger;

  @BeforeAll
  static void start() throws Exception {
    Path data = folder.resolve("data");
    worlds = ContractWorlds.start(data);
    stranger = new RawClient(worlds.server(), worlds.server().newAccount(data));
    otherStranger = new RawClient(worlds.server(), worlds.server().newAccount(data));
  }

  @AfterAll
  static void stop() {
    worlds.close();
  }

  /** An action of an API. */
  record Subject(Contract contract, ContractAction action) {
    @Override
    public String toString() {
      return contract.service() + " " + action.name();
    }
  }

  /** What creates something comes last: another account may well have the same ids. */
  static Stream<Subject> subjects() {
    return Contract.tried()
        .flatMap(
            contract ->
                contract.actions().values().stream().map(action -> new Subject(contract, action)))
        .sorted(Comparator.comparing(subject -> subject.action().name().startsWith("Create")));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void ids_of_another_account_are_answered_as_those_of_nobody(Subject subject) throws Exception {
    ContractWorld world = worlds.of(subject.contract().service());
    String before = world.everything();
    JsonNode named = world.filled(subject.action().example());
    JsonNode unknown = withUnknownIds(named, before);
    JsonNode answer = call(world, stranger, subject, named);
    JsonNode expected = call(world, otherStranger, subject, unknown);
    assertThat(RawClient.codeOf(answer))
        .as("%s%n%s", answer, expected)
        .isEqualTo(RawClient.codeOf(expected));
    if (answer.has("Error")) {
      assertThat(message(answer, named)).isEqualTo(message(expected, unknown));
    }
    Set<String> told = given(answer.toString());
    told.removeAll(given(named.toString())); // whoever names an id hears it again
    told.retainAll(given(before));
    assertThat(told).as(answer.toString()).isEmpty();
    assertThat(world.everything()).as("nothing has changed").isEqualTo(before);
  }

  private static JsonNode call(
      ContractWorld world, RawClient sender, Subject subject, JsonNode request) throws Exception {
    String version =
        subject.contract().versions().stream()
            .filter(subject.action()::isIn)
            .findFirst()
            .orElseThrow();
    return world.call(sender, subject.action().name(), version, request);
  }

  /** A copy in which the ids that the owner has are ids that nobody has. */
  private static JsonNode withUnknownIds(JsonNode request, String owned) {
    ObjectNode copy = JSON.objectNode();
    for (Map.Entry<String, JsonNode> field : request.properties()) {
      String unknown = UNKNOWN.get(field.getKey());
      JsonNode value = field.getValue();
      if (unknown == null) {
        copy.set(field.getKey(), inside(value, owned));
      } else if (value.isArray()) {
        copy.set(field.getKey(), JSON.arrayNode().add(unknown));
      } else {
        boolean isOwned = owned.contains("\"" + value.asString() + "\"");
        copy.set(field.getKey(), isOwned ? JSON.stringNode(unknown) : value);
      }
    }
    return copy;
  }

  private static JsonNode inside(JsonNode value, String owned) {
    if (value.isArray()) {
      ArrayNode copy = JSON.arrayNode();
      value.forEach(item -> copy.add(inside(item, owned)));
      return copy;
    }
    return value.isObject() ? withUnknownIds(value, owned) : value;
  }

  /** The message without the ids that the request has named. */
  private static String message(JsonNode answer, JsonNode request) {
    String message = answer.get("Error").get("Message").asString();
    for (String name : UNKNOWN.keySet()) {
      for (JsonNode value : request.findValues(name)) {
        for (JsonNode id : value.isArray() ? value : JSON.arrayNode().add(value)) {
          message = message.replace(id.asString(), "ID");
        }
      }
    }
    return message;
  }

  private static Set<String> given(String text) {
    Set<String> ids = new TreeSet<>();
    Matcher matcher = GIVEN.matcher(text);
    while (matcher.find()) {
      ids.add(matcher.group());
    }
    return ids;
  }
}
