package dev.mien.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What no SDK sends, and every error that a client can cause. */
final class LegacyIT {
  private static final String JSON = "application/json";
  private static final String BOUNDARY = "b0undary";
  private static final String MULTIPART = "multipart/form-data; boundary=" + BOUNDARY;
  private static final int SMALL_SIDE = 10;

  @TempDir static Path folder;
  private static TestServer server;
  private static PhotoHost host;
  private static LegacyClient client;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start(folder.resolve("data"), "downloader:", "  allow-private: true");
    host = PhotoHost.start();
    client = new LegacyClient(server);
  }

  @AfterAll
  static void stop() {
    host.close();
    server.close();
  }

  private static int code(JsonNode answer) {
    return answer.get("code").asInt();
  }

  private static int code(String call, String json) throws Exception {
    return code(client.call(call, json));
  }

  private static String withPhoto(String json, Photos photo) {
    return json.replace("@", "\"url\":\"" + host.url(photo) + "\"");
  }

  private static void enrol(String person, String group, Photos photo) throws Exception {
    JsonNode answer =
        client.call(
            "newperson",
            withPhoto(
                "{\"person_id\":\"%s\",\"group_ids\":[\"%s\"],@}".formatted(person, group), photo));
    assertThat(code(answer)).as(answer.toString()).isZero();
  }

  /** A part of multipart content. */
  @SuppressWarnings("ArrayRecordComponent") // Sent once, never compared.
  private record Part(String head, byte[] content) {
    static Part text(String name, String value) {
      return new Part("name=\"" + name + "\"", value.getBytes(UTF_8));
    }

    static Part file(String name, byte[] content) {
      return new Part("name=\"" + name + "\"; filename=\"x.jpg\"", content);
    }
  }

  private static JsonNode multipart(String call, Part... parts) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    List<Part> all = new ArrayList<>(List.of(parts));
    all.add(Part.text("appid", Long.toString(server.credentials().appId())));
    for (Part part : all) {
      body.writeBytes(
          "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n"
              .formatted(BOUNDARY, part.head())
              .getBytes(UTF_8));
      body.writeBytes(part.content());
      body.writeBytes("\r\n".getBytes(UTF_8));
    }
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return client.send(call, MULTIPART, body.toByteArray(), client.signature());
  }

  private static int signed(String fields, String key) throws Exception {
    byte[] body = "{\"appid\":%d}".formatted(server.credentials().appId()).getBytes(UTF_8);
    return code(client.send("getgroupids", JSON, body, LegacyClient.signature(fields, key)));
  }

  @Test
  void signatures_are_refused_each_with_its_code() throws Exception {
    String key = server.credentials().secretKey();
    String id = server.credentials().secretId();
    long appId = server.credentials().appId();
    long now = Instant.now().getEpochSecond();
    String good = "a=%d&k=%s&t=%d&e=%d".formatted(appId, id, now, now + 300);
    assertThat(signed(good, key)).isZero();
    assertThat(code(client.send("getgroupids", JSON, new byte[0], ""))).isEqualTo(4);
    assertThat(code(client.send("getgroupids", JSON, new byte[0], "???"))).isEqualTo(5);
    assertThat(signed(good.replace("e=" + (now + 300), "e=" + (now - 1)), key)).isEqualTo(9);
    assertThat(signed(good.replace("a=" + appId, "a=1"), key)).isEqualTo(10);
    assertThat(signed(good.replace(id, "AKIDelse"), key)).isEqualTo(11);
    assertThat(signed(good, key + "x")).isEqualTo(14);
    String once = "a=%d&k=%s&t=%d&e=0&r=77".formatted(appId, id, now);
    assertThat(signed(once, key)).isZero();
    assertThat(signed(once, key)).isEqualTo(13);
    byte[] other = "{\"appid\":\"1\"}".getBytes(UTF_8);
    assertThat(code(client.send("getgroupids", JSON, other, client.signature()))).isEqualTo(6);
    byte[] bucket = "{\"appid\":%d,\"bucket\":\"x\"}".formatted(appId).getBytes(UTF_8);
    assertThat(code(client.send("getgroupids", JSON, bucket, client.signature(good + "&b=y"))))
        .isEqualTo(6);
    assertThat(code(client.send("getgroupids", JSON, bucket, client.signature(good + "&b=x"))))
        .isZero();
    byte[] none = "{}".getBytes(UTF_8);
    assertThat(code(client.send("getgroupids", JSON, none, client.signature()))).isEqualTo(-1301);
  }

  @Test
  void the_app_id_of_another_account_is_told_apart() throws Exception {
    long other = server.newAccount(folder.resolve("data")).appId();
    long now = Instant.now().getEpochSecond();
    String fields =
        "a=%s&k=%s&t=%d&e=%d".formatted(other, server.credentials().secretId(), now, now + 300);
    assertThat(signed(fields, server.credentials().secretKey())).isEqualTo(12);
  }

  @Test
  void recorded_requests_are_understood_when_signed_anew() throws Exception {
    String log;
    try (var in = LegacyIT.class.getResourceAsStream("/captures/legacy.http")) {
      log = new String(in.readAllBytes(), UTF_8);
    }
    Set<String> seen = new TreeSet<>();
    for (String record : log.split("=====\n", -1)) {
      int body = record.indexOf("\r\n\r\n");
      if (!record.startsWith("POST /face/") || body < 0) {
        continue;
      }
      String name = record.substring("POST /face/".length(), record.indexOf(" HTTP/"));
      String head = record.substring(0, body);
      String type = head.replaceAll("(?s).*Content-Type: ([^\r]*).*", "$1");
      String content = record.substring(body + 4).replaceAll("(?s)\n--VERIFY.*", "");
      String mine = content.replace("1252345", Long.toString(server.credentials().appId()));
      JsonNode answer = client.send(name, type, mine.getBytes(UTF_8), client.signature());
      // None of these codes says that the request itself was not understood.
      if (code(answer) != 24) {
        assertThat(code(answer)).as(name + ": " + answer).isNotIn(3, 5, 6, 14, 21, 213, -1301);
        seen.add(name);
      }
    }
    assertThat(seen).contains("newperson", "addface", "getinfo", "identify", "multidentify");
  }

  @Test
  void requests_that_are_not_understood_have_code_3() throws Exception {
    assertThat(code("nonsense", "{}")).isEqualTo(3);
    assertThat(code(client.send("getinfo", JSON, "[".getBytes(UTF_8), client.signature())))
        .isEqualTo(3);
    assertThat(code(client.send("getinfo", "text/xml", new byte[0], client.signature())))
        .isEqualTo(3);
    assertThat(code("idcardcompare", "{}")).isEqualTo(24);
  }

  @Test
  void what_is_not_there_or_there_already_has_its_code() throws Exception {
    enrol("known", "g1", Photos.ANN);
    assertThat(
            code(
                "newperson",
                withPhoto("{\"person_id\":\"known\",\"group_ids\":[\"g1\"],@}", Photos.ANN)))
        .isEqualTo(-1302);
    for (String call : List.of("getinfo", "getfaceids", "delperson", "setinfo")) {
      assertThat(code(call, "{\"person_id\":\"nobody\"}")).as(call).isEqualTo(-1303);
      assertThat(code(call, "{}")).as(call).isEqualTo(-1301);
      assertThat(code(call, "{\"person_id\":\"a b\"}")).as(call).isEqualTo(-1313);
      assertThat(code(call, "{\"person_id\":\"a/b\"}")).as(call).isEqualTo(-1313);
      assertThat(code(call, "{\"person_id\":\"%s\"}".formatted("p".repeat(65))))
          .as(call)
          .isEqualTo(-1304);
      assertThat(code(call, "{\"person_id\":7}")).as(call).isEqualTo(21);
    }
    assertThat(code("getpersonids", "{\"group_id\":\"nowhere\"}")).isEqualTo(-1306);
    assertThat(code("getfaceinfo", "{\"face_id\":\"5000000000000000001\"}")).isEqualTo(-1305);
    assertThat(code("getfaceinfo", "{\"face_id\":\"x\"}")).isEqualTo(-1305);
    assertThat(code("delface", "{\"person_id\":\"known\",\"face_ids\":[\"1\"]}")).isEqualTo(-1305);
    String only =
        client.call("getfaceids", "{\"person_id\":\"known\"}").at("/data/face_ids/0").asString();
    assertThat(code("delface", "{\"person_id\":\"known\",\"face_ids\":[\"%s\"]}".formatted(only)))
        .isEqualTo(21);
    assertThat(code("delgroupids", "{\"person_id\":\"known\",\"group_ids\":[\"nowhere\"]}"))
        .isEqualTo(-1307);
    assertThat(code("identify", withPhoto("{\"group_id\":\"nowhere\",@}", Photos.ANN)))
        .isEqualTo(-1306);
  }

  @Test
  void pictures_that_cannot_be_used_have_their_codes() throws Exception {
    enrol("pictured", "g2", Photos.BEA);
    Part person = Part.text("person_id", "pictured");
    assertThat(code("verify", "{\"person_id\":\"pictured\"}")).isEqualTo(-1300);
    assertThat(code(multipart("verify", person, Part.file("image", new byte[0])))).isEqualTo(-1300);
    assertThat(code(multipart("verify", person, Part.file("image", "text".getBytes(UTF_8)))))
        .isEqualTo(-1400);
    byte[] half = java.util.Arrays.copyOf(Photos.BEA.jpeg(), 2000);
    assertThat(code(multipart("verify", person, Part.file("image", half)))).isEqualTo(-1102);
    var blank =
        new java.awt.image.BufferedImage(200, 200, java.awt.image.BufferedImage.TYPE_INT_RGB);
    assertThat(code(multipart("verify", person, Part.file("image", Photos.encode(blank, "jpg")))))
        .isEqualTo(-1101);
    var tiny =
        new java.awt.image.BufferedImage(
            SMALL_SIDE, SMALL_SIDE, java.awt.image.BufferedImage.TYPE_INT_RGB);
    assertThat(code(multipart("verify", person, Part.file("image", Photos.encode(tiny, "png")))))
        .isEqualTo(-1102);
    assertThat(code(multipart("verify", person, Part.file("image", new byte[6 * 1024 * 1024 + 1]))))
        .isEqualTo(23);
    assertThat(code("verify", "{\"person_id\":\"pictured\",\"url\":\"ftp://example.com/a.jpg\"}"))
        .isEqualTo(-1308);
    assertThat(code("verify", "{\"person_id\":\"pictured\",\"image\":\"aGVsbG8=\"}")).isEqualTo(21);
    JsonNode both =
        multipart(
            "verify",
            person,
            Part.text("url", host.url(Photos.BEA)),
            Part.file("image", Photos.CLEO.jpeg()));
    assertThat(both.at("/data/ismatch").asBoolean()).as("the url counts").isTrue();
  }

  @Test
  void each_picture_of_addface_has_its_own_code() throws Exception {
    enrol("many", "g3", Photos.ANN);
    JsonNode answer =
        multipart(
            "addface",
            Part.text("person_id", "many"),
            Part.file("images[0]", "text".getBytes(UTF_8)),
            Part.file("images[1]", Photos.ANN.jpeg()),
            Part.file("images[2]", Photos.ANN_AGAIN.jpeg()),
            Part.file("images[3]", Photos.ANN_AGAIN.jpeg()),
            Part.file("images[4]", new byte[0]));
    assertThat(answer.at("/data/ret_codes").toString()).isEqualTo("[-1400,-1312,0,-1312,-1300]");
    assertThat(answer.at("/data/added").asInt()).isEqualTo(1);
    assertThat(answer.at("/data/face_ids").size()).isEqualTo(1);
    StringBuilder urls = new StringBuilder("\"" + host.url(Photos.ANN) + "\"");
    urls.repeat(",\"" + host.url(Photos.ANN) + "\"", 20);
    assertThat(code("addface", "{\"person_id\":\"many\",\"urls\":[" + urls + "]}"))
        .isEqualTo(-1309);
    assertThat(code("addface", "{\"person_id\":\"many\",\"urls\":[]}")).isEqualTo(-1300);
  }

  @Test
  void a_face_is_told_with_what_it_looks_like() throws Exception {
    JsonNode answer = client.call("detect", withPhoto("{@}", Photos.ANN));
    assertThat(code(answer)).as(answer.toString()).isZero();
    JsonNode face = answer.at("/data/face/0");
    assertThat(face.get("gender").asInt()).as("0 is female").isLessThan(50);
    assertThat(face.get("age").asInt()).isBetween(15, 60);
    for (String share : List.of("expression", "beauty")) {
      assertThat(face.get(share).asInt()).as(share).isBetween(0, 100);
    }
    assertThat(face.get("glass").isBoolean()).isTrue();
    assertThat(code("getfaceinfo", "{\"face_id\":%s}".formatted(face.get("face_id"))))
        .as("a face that was detected is not enrolled")
        .isEqualTo(-1305);
    enrol("looked_at", "g4", Photos.ANN);
    String enrolled =
        client
            .call("getfaceids", "{\"person_id\":\"looked_at\"}")
            .at("/data/face_ids/0")
            .asString();
    JsonNode kept =
        client
            .call("getfaceinfo", "{\"face_id\":\"%s\"}".formatted(enrolled))
            .at("/data/face_info");
    for (String field :
        List.of(
            "x",
            "y",
            "width",
            "height",
            "gender",
            "age",
            "expression",
            "glass",
            "pitch",
            "yaw",
            "roll")) {
      assertThat(kept.get(field)).as(field).isEqualTo(face.get(field));
    }
  }

  @Test
  void a_large_face_is_judged_for_liveness_and_a_small_one_is_refused() throws Exception {
    JsonNode answer = client.call("livedetectpicture", withPhoto("{@}", Photos.ANN_CLOSE));
    assertThat(code(answer)).as(answer.toString()).isZero();
    assertThat(answer.at("/data/score").isIntegralNumber()).isTrue();
    assertThat(answer.at("/data/score").asInt()).isBetween(0, 100);
    JsonNode refused = client.call("livedetectpicture", withPhoto("{@}", Photos.ANN));
    assertThat(code(refused)).isEqualTo(-1101);
    assertThat(refused.get("message").asString()).contains("100 pixels");
  }

  @Test
  void a_shape_has_88_points_within_the_picture() throws Exception {
    JsonNode answer = client.call("shape", withPhoto("{\"mode\":1,@}", Photos.ANN));
    assertThat(code(answer)).as(answer.toString()).isZero();
    assertThat(answer.at("/data/image_width").asInt()).isEqualTo(224);
    JsonNode shape = answer.at("/data/face_shape/0");
    List<Integer> sizes = new ArrayList<>();
    for (JsonNode part : shape) {
      sizes.add(part.size());
      for (JsonNode point : part) {
        assertThat(point.get("x").asInt()).isBetween(0, 224);
        assertThat(point.get("y").asInt()).isBetween(0, 224);
      }
    }
    assertThat(sizes).containsExactly(21, 8, 8, 8, 8, 22, 13);
    assertThat(shape.at("/left_eye/4/x").asInt()).isLessThan(shape.at("/right_eye/4/x").asInt());
    assertThat(code("shape", withPhoto("{\"mode\":2,@}", Photos.ANN))).isEqualTo(21);
  }

  @Test
  void messages_are_chinese_for_who_asks_in_chinese() throws Exception {
    byte[] body =
        "{\"appid\":%d,\"person_id\":\"nobody\"}"
            .formatted(server.credentials().appId())
            .getBytes(UTF_8);
    assertThat(
            client
                .send("getinfo", JSON, body, client.signature(), "zh-CN")
                .get("message")
                .asString())
        .isEqualTo("个体 nobody 不存在。");
  }

  @Test
  void too_many_groups_of_a_person_have_their_code() throws Exception {
    StringBuilder ids = new StringBuilder("\"n0\"");
    for (int i = 1; i <= 100; i++) {
      ids.append(",\"n").append(i).append('"');
    }
    assertThat(
            code(
                "newperson",
                withPhoto("{\"person_id\":\"social\",\"group_ids\":[" + ids + "],@}", Photos.ANN)))
        .isEqualTo(-1311);
    assertThat(code("getpersonids", "{\"group_id\":\"n0\"}")).isEqualTo(-1306);
  }
}
