package dev.mien.server.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.server.contract.Edges.Edge;
import dev.mien.server.it.LegacyClient;
import dev.mien.server.it.PhotoHost;
import dev.mien.server.it.Photos;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A running server keeps what the contract data of the legacy API promises, for every call, over
 * what the IAI API has enrolled: a call that gets data is tested here without another line.
 */
class LegacyContractIT {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Contract CONTRACT = Contract.load(LegacyPages.SERVICE);
  private static final Pattern URL = Pattern.compile("\\$\\{url:([A-Z_]+)}");
  private static final String PUBLIC_HOST = "https://photos.example.com/";
  private static final String BOUNDARY = "b0undary";

  /** What must be called before an example can succeed. */
  private static final Map<String, String> BEFORE = Map.of("delgroupids", "addgroupids");

  /** Errors that say which parameter is meant. */
  private static final Set<String> NAMING = Set.of("21", "-1300", "-1301", "-1304", "-1313");

  /** A list of more points is shown by its first ones alone. */
  private static final int POINTS_SHOWN = 2;

  @TempDir static Path folder;
  private static ContractWorlds worlds;
  private static ContractWorld world;
  private static LegacyClient client;
  private static PhotoHost host;

  @BeforeAll
  static void start() throws Exception {
    worlds = ContractWorlds.start(folder.resolve("data"), "downloader:", "  allow-private: true");
    world = worlds.of("iai");
    client = new LegacyClient(worlds.server());
    host = PhotoHost.start();
  }

  @AfterAll
  static void stop() throws Exception {
    host.close();
    worlds.close();
    if (ApiReference.writing()) {
      ApiReference.write(ApiReference.folder());
    }
  }

  static Collection<ContractAction> calls() {
    return CONTRACT.actions().values();
  }

  @ParameterizedTest
  @MethodSource("calls")
  void a_good_request_is_answered_as_promised_and_published(ContractAction call) throws Exception {
    prepare(call);
    JsonNode request = world.filled(call.example());
    JsonNode answer = call(call, request);
    assertThat(codeOf(answer)).as(answer.toString()).isEqualTo("OK");
    assertThat(problems(call, answer)).as(answer.toString()).isEmpty();

    Example run = Example.of(publishedRequest(request), publishedAnswer(answer));
    if (ApiReference.writing()) {
      run.save(CONTRACT, call);
    }
    Example published = Example.load(CONTRACT, call);
    assertThat(published).as(ApiReference.HINT).isNotNull();
    assertThat(published.request()).as(ApiReference.HINT).isEqualTo(run.request());
    assertThat(unmeasured(call, published)).as(ApiReference.HINT).isEqualTo(unmeasured(call, run));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void the_same_request_in_multipart_content_is_answered_too(ContractAction call) throws Exception {
    prepare(call);
    JsonNode answer = checked(call, multipart(call.name(), world.filled(call.example())));
    assertThat(codeOf(answer)).as(answer.toString()).isEqualTo("OK");
    assertThat(problems(call, answer)).as(answer.toString()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("calls")
  void a_defect_has_its_code_and_changes_nothing(ContractAction call) throws Exception {
    String before = world.everything();
    List<String> surprises = new ArrayList<>();
    for (LegacyDefects.Defect defect : LegacyDefects.of(call.example(), call.request())) {
      JsonNode answer = call(call, world.filled(defect.request()));
      if (!codeOf(answer).equals(defect.code()) || !names(answer, defect.parameter())) {
        surprises.add(defect.what() + ", not " + defect.code() + ": " + answer);
      }
    }
    ObjectNode anonymous = JSON.objectNode();
    anonymous.setAll((ObjectNode) world.filled(call.example()));
    JsonNode answer = checked(call, send(call.name(), anonymous));
    assertThat(codeOf(answer)).as("without appid").isEqualTo("-1301");
    assertThat(surprises).isEmpty();
    assertThat(world.everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void limits_are_where_the_contract_says(ContractAction call) throws Exception {
    List<String> surprises = new ArrayList<>();
    for (Edge edge : new Edges(CONTRACT, "1").of(call.example(), call.request())) {
      JsonNode answer = call(call, world.filled(edge.request()));
      String code = codeOf(answer);
      if (!edge.codes().contains(code)
          || (NAMING.contains(code) && !names(answer, edge.parameter()))) {
        surprises.add(edge.what() + ", not " + edge.codes() + ": " + answer);
      }
    }
    assertThat(surprises).isEmpty();
  }

  @Test
  void a_search_needs_a_group() throws Exception {
    for (String name : List.of("identify", "multidentify")) {
      ObjectNode request = CONTRACT.action(name).example().deepCopy();
      request.remove(List.of("group_id", "group_ids"));
      assertThat(codeOf(call(CONTRACT.action(name), request))).isEqualTo("-1301");
    }
  }

  private static void prepare(ContractAction call) throws Exception {
    if (BEFORE.containsKey(call.name())) {
      String first = BEFORE.get(call.name());
      JsonNode answer = client.call(first, CONTRACT.action(first).example());
      assertThat(codeOf(answer)).as(answer.toString()).isEqualTo("OK");
    }
  }

  /** Sends a request; its answer must have a promised code, and what it changed is undone. */
  private static JsonNode call(ContractAction call, JsonNode request) throws Exception {
    return checked(call, client.call(call.name(), withUrls(request, host::url)));
  }

  private static JsonNode checked(ContractAction call, JsonNode answer) throws Exception {
    String code = codeOf(answer);
    if (code.equals("OK")) {
      if (call.changes()) {
        world.restore();
      }
    } else if (!call.errors().contains(code)
        && !LegacyPages.COMMON_CODES.contains(Integer.valueOf(code))) {
      throw new AssertionError(call.name() + " does not promise " + answer);
    }
    return answer;
  }

  /** Sends JSON content without an AppId. */
  private static JsonNode send(String name, JsonNode request) throws Exception {
    return client.send(
        name, "application/json", request.toString().getBytes(UTF_8), client.signature());
  }

  /** Sends a request as the SDKs do, with files in place of URLs. */
  private static JsonNode multipart(String name, JsonNode request) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    writeText(body, "appid", Long.toString(worlds.server().credentials().appId()));
    for (Map.Entry<String, JsonNode> parameter : request.properties()) {
      JsonNode value = parameter.getValue();
      if (value.isArray()) {
        for (int i = 0; i < value.size(); i++) {
          write(body, parameter.getKey() + "[" + i + "]", value.get(i).asString());
        }
      } else {
        write(body, parameter.getKey(), value.asString());
      }
    }
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return client.send(
        name, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray(), client.signature());
  }

  private static void write(ByteArrayOutputStream body, String name, String value) {
    var url = URL.matcher(value);
    if (!url.matches()) {
      writeText(body, name, value);
      return;
    }
    byte[] photo = Photos.valueOf(url.group(1)).jpeg();
    String disposition =
        "name=\"%s\"; filename=\"a.jpg\"\r\nContent-Type: image/jpg"
            .formatted(name.replaceFirst("^url", "image"));
    write(body, disposition, photo);
  }

  private static void writeText(ByteArrayOutputStream body, String name, String value) {
    write(body, "name=\"" + name + "\"", value.getBytes(UTF_8));
  }

  private static void write(ByteArrayOutputStream body, String disposition, byte[] content) {
    body.writeBytes(
        "--%s\r\nContent-Disposition: form-data; %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(BOUNDARY, disposition, content.length)
            .getBytes(UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(UTF_8));
  }

  /** A copy in which placeholders are addresses of photos. */
  static JsonNode withUrls(JsonNode request, Function<Photos, String> urlOf) {
    return Contract.MAPPER.readTree(
        URL.matcher(request.toString())
            .replaceAll(match -> urlOf.apply(Photos.valueOf(match.group(1)))));
  }

  private static String codeOf(JsonNode answer) {
    int code = answer.get("code").asInt();
    return code == 0 ? "OK" : Integer.toString(code);
  }

  private static boolean names(JsonNode answer, String parameter) {
    return answer.get("message").asString().contains(parameter);
  }

  private static List<String> problems(ContractAction call, JsonNode answer) {
    // Answers of API 3.0, for which this is made, have a request id.
    return ResponseShape.problems(
        CONTRACT, call, ((ObjectNode) answer.get("data").deepCopy()).put("RequestId", ""));
  }

  private static JsonNode publishedRequest(JsonNode request) {
    ObjectNode published = JSON.objectNode();
    published.put("appid", Long.toString(worlds.server().credentials().appId()));
    published.setAll((ObjectNode) withUrls(request, photo -> PUBLIC_HOST + photo + ".jpg"));
    return published;
  }

  private static JsonNode publishedAnswer(JsonNode answer) {
    ObjectNode published = (ObjectNode) shortened(answer);
    ObjectNode data = (ObjectNode) published.get("data");
    if (data.has("session_id")) {
      data.put("session_id", Example.REQUEST_ID);
    }
    return published;
  }

  /** A copy with points left out. */
  private static JsonNode shortened(JsonNode node) {
    if (node.isArray()) {
      ArrayNode copy = JSON.arrayNode();
      boolean points = !node.isEmpty() && node.get(0).size() == 2 && node.get(0).has("y");
      int shown = points ? POINTS_SHOWN : node.size();
      for (int i = 0; i < shown; i++) {
        copy.add(shortened(node.get(i)));
      }
      if (shown < node.size()) {
        copy.add("… %d more".formatted(node.size() - shown));
      }
      return copy;
    }
    if (node.isObject()) {
      ObjectNode copy = JSON.objectNode();
      node.properties().forEach(part -> copy.set(part.getKey(), shortened(part.getValue())));
      return copy;
    }
    return node;
  }

  private static JsonNode unmeasured(ContractAction call, Example example) {
    return new Example(example.request(), example.response().get("data"))
        .unmeasured(CONTRACT, call);
  }
}
