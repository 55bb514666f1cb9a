package dev.mien.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.server.it.LegacyClient;
import dev.mien.server.it.PhotoHost;
import dev.mien.server.it.RawClient;
import dev.mien.server.it.TestServer;
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

  private static final Comparator<String> LONGEST_FIRST =
      Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

  /** Ids that are well formed and that nobody has. */
  private static final Map<String, String> UNKNOWN =
      Map.ofEntries(
          Map.entry("GroupId", "nobodys-group"),
          Map.entry("GroupIds", "nobodys-group"),
          Map.entry("PersonId", "person-Nobody00"),
          Map.entry("FaceIds", "4000000000000000001"),
          Map.entry("JobId", "nobodys-job"),
          Map.entry("CategoryId", "999999"),
          Map.entry("ImageId", "image-nobody00-pict"),
          Map.entry("FileId", "0123456789abcdef0123456789abcdef"),
          Map.entry("TaskId", "nobodys-task"),
          Map.entry("group_id", "nobodys-group"),
          Map.entry("group_ids", "nobodys-group"),
          Map.entry("person_id", "person-Nobody00"),
          Map.entry("face_id", "4000000000000000001"),
          Map.entry("face_ids", "4000000000000000001"));

  /** Ids that the server has given, and nobody could have chosen. */
  private static final Pattern GIVEN =
      Pattern.compile("[0-9]{19}|(?:person|image)-[A-Za-z0-9_-]+|[0-9a-f]{8}-[0-9a-f-]{27}");

  @TempDir static Path folder;
  private static ContractWorlds worlds;
  private static PhotoHost photos;
  private static Stranger stranger;
  private static Stranger otherStranger;

  /** Another account, as it speaks to both kinds of API. */
  private record Stranger(RawClient client, LegacyClient legacy) {
    private static Stranger of(TestServer server, TestServer.Credentials keys) {
      return new Stranger(new RawClient(server, keys), new LegacyClient(server, keys));
    }
  }

  @BeforeAll
  static void start() throws Exception {
    Path data = folder.resolve("data");
    worlds = ContractWorlds.start(data, "downloader:", "  allow-private: true");
    stranger = Stranger.of(worlds.server(), worlds.server().newAccount(data));
    otherStranger = Stranger.of(worlds.server(), worlds.server().newAccount(data));
    photos = PhotoHost.start();
  }

  @AfterAll
  static void stop() {
    photos.close();
    worlds.close();
  }

  /** An action of an API. */
  record Subject(Contract contract, ContractAction action) {
    private boolean isLegacy() {
      return contract.service().equals(LegacyPages.SERVICE);
    }

    /** The API over whose gallery it works. */
    private String world() {
      return isLegacy() ? "iai" : contract.service();
    }

    private boolean creates() {
      return action.name().startsWith("Create") || action.name().equals("newperson");
    }

    @Override
    public String toString() {
      return contract.service() + " " + action.name();
    }
  }

  /** What creates something comes last: another account may well have the same ids. */
  static Stream<Subject> subjects() {
    return Stream.concat(Contract.tried(), Stream.of(Contract.load(LegacyPages.SERVICE)))
        .flatMap(
            contract ->
                contract.actions().values().stream().map(action -> new Subject(contract, action)))
        .sorted(Comparator.comparing(Subject::creates));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void ids_of_another_account_are_answered_as_those_of_nobody(Subject subject) throws Exception {
    ContractWorld world = worlds.of(subject.world());
    String before = world.everything();
    JsonNode named = world.filled(subject.action().example());
    JsonNode unknown = withUnknownIds(named, before);
    JsonNode answer = call(world, stranger, subject, named);
    JsonNode expected = call(world, otherStranger, subject, unknown);
    assertThat(codeOf(answer)).as("%s%n%s", answer, expected).isEqualTo(codeOf(expected));
    assertThat(message(answer, named)).isEqualTo(message(expected, unknown));
    Set<String> told = given(answer.toString());
    told.removeAll(given(named.toString())); // whoever names an id hears it again
    told.retainAll(given(before));
    assertThat(told).as(answer.toString()).isEmpty();
    assertThat(world.everything()).as("nothing has changed").isEqualTo(before);
  }

  private static JsonNode call(
      ContractWorld world, Stranger sender, Subject subject, JsonNode request) throws Exception {
    if (subject.isLegacy()) {
      JsonNode withUrls = LegacyContractIT.withUrls(request, photos::url);
      return sender.legacy().call(subject.action().name(), withUrls);
    }
    String version =
        subject.contract().versions().stream()
            .filter(subject.action()::isIn)
            .findFirst()
            .orElseThrow();
    return world.call(sender.client(), subject.action().name(), version, request);
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

  private static String codeOf(JsonNode answer) {
    return answer.has("code") ? answer.get("code").asString() : RawClient.codeOf(answer);
  }

  /** The message, if there is one, without the ids that the request has named. */
  private static String message(JsonNode answer, JsonNode request) {
    String message = answer.path("Error").path("Message").asString("");
    if (answer.has("message")) {
      message = answer.get("message").asString();
    }
    Set<String> ids = new TreeSet<>(LONGEST_FIRST); // a short one may be a part of a long one
    for (String name : UNKNOWN.keySet()) {
      for (JsonNode value : request.findValues(name)) {
        (value.isArray() ? value : JSON.arrayNode().add(value))
            .forEach(id -> ids.add(id.asString()));
      }
    }
    for (String id : ids) {
      message = message.replace(id, "ID");
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
