package dev.mien.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.qcloud.image.ImageClient;
import com.qcloud.image.request.FaceAddFaceRequest;
import com.qcloud.image.request.FaceAddGroupIdsRequest;
import com.qcloud.image.request.FaceCompareRequest;
import com.qcloud.image.request.FaceDelFaceRequest;
import com.qcloud.image.request.FaceDelGroupIdsRequest;
import com.qcloud.image.request.FaceDelPersonRequest;
import com.qcloud.image.request.FaceGetFaceIdsRequest;
import com.qcloud.image.request.FaceGetFaceInfoRequest;
import com.qcloud.image.request.FaceGetGroupIdsRequest;
import com.qcloud.image.request.FaceGetInfoRequest;
import com.qcloud.image.request.FaceGetPersonIdsRequest;
import com.qcloud.image.request.FaceIdentifyRequest;
import com.qcloud.image.request.FaceMultiIdentifyRequest;
import com.qcloud.image.request.FaceNewPersonRequest;
import com.qcloud.image.request.FaceSetInfoRequest;
import com.qcloud.image.request.FaceVerifyRequest;
import java.io.File;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The official legacy SDK, which speaks TLS only, against a real server. */
@Isolated("sets system properties")
final class LegacySdkIT {
  private static final String PASSWORD = "not-a-secret";
  private static final String BUCKET = "mybucket";
  private static final String TRUST_STORE = "javax.net.ssl.trustStore";
  private static final String TRUST_PASSWORD = "javax.net.ssl.trustStorePassword";

  @TempDir static Path folder;
  private static TestServer server;
  private static PhotoHost host;
  private static ImageClient client;

  @BeforeAll
  static void start() throws Exception {
    Path keyStore = makeKeyStore();
    Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    int port = freePort();
    server =
        TestServer.start(
            folder.resolve("data"),
            "tls:",
            "  key-store: " + keyStore,
            "  password-file: " + password,
            "  port: " + port,
            "downloader:",
            "  allow-private: true");
    host = PhotoHost.start();
    System.setProperty(TRUST_STORE, keyStore.toString());
    System.setProperty(TRUST_PASSWORD, PASSWORD);
    client =
        new ImageClient(
            Long.toString(server.credentials().appId()),
            server.credentials().secretId(),
            server.credentials().secretKey(),
            "127.0.0.1:" + port);
  }

  @AfterAll
  static void stop() {
    System.clearProperty(TRUST_STORE);
    System.clearProperty(TRUST_PASSWORD);
    host.close();
    server.close();
  }

  private static Path makeKeyStore() throws Exception {
    Path keyStore = folder.resolve("mien.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                keyStore.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                "mien",
                "-keyalg",
                "EC",
                "-dname",
                "CN=mien",
                "-ext",
                "SAN=ip:127.0.0.1,dns:localhost")
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    return keyStore;
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static File file(Photos photo) throws Exception {
    Path file = folder.resolve(photo + ".jpg");
    if (!Files.exists(file)) {
      Files.write(file, photo.jpeg());
    }
    return file.toFile();
  }

  private static JsonNode answered(int code, String answer) {
    JsonNode json = JsonMapper.shared().readTree(answer);
    assertThat(json.get("code").asInt()).as(answer).isEqualTo(code);
    return json.get("data");
  }

  private static JsonNode ok(String answer) {
    return answered(0, answer);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asString()));
    return texts;
  }

  private static String[] groups(String... ids) {
    return ids;
  }

  private static JsonNode info(String person) throws Exception {
    return ok(client.faceGetInfo(new FaceGetInfoRequest(BUCKET, person)));
  }

  @Test
  void a_gallery_is_filled_searched_and_emptied() throws Exception {
    JsonNode ann =
        ok(
            client.faceNewPerson(
                new FaceNewPersonRequest(
                    BUCKET, "ann", groups("red", "blue"), file(Photos.ANN), "Ann", null)));
    assertThat(ann.get("suc_group").asInt()).isEqualTo(2);
    assertThat(ann.get("suc_face").asInt()).isEqualTo(1);
    assertThat(texts(ann.get("group_ids"))).containsExactly("red", "blue");
    String faceId = ann.get("face_id").asString();
    assertThat(ann.get("session_id").asString()).isNotEmpty();
    assertThat(info("ann").get("person_name").asString()).isEqualTo("Ann");
    assertThat(info("ann").get("tag").asString()).as("the SDK sends the text null").isEmpty();
    ok(
        client.faceNewPerson(
            new FaceNewPersonRequest(
                BUCKET, "bea", groups("blue"), host.url(Photos.BEA), null, "remark")));
    assertThat(info("bea").get("person_name").asString()).isEmpty();

    JsonNode added =
        ok(
            client.faceAddFace(
                new FaceAddFaceRequest(
                    BUCKET,
                    new File[] {file(Photos.ANN_AGAIN), file(Photos.ANN)},
                    "ann",
                    "colleague")));
    assertThat(added.get("added").asInt()).isEqualTo(1);
    assertThat(added.get("ret_codes").toString()).isEqualTo("[0,-1312]");
    List<String> faceIds = texts(info("ann").get("face_ids"));
    assertThat(faceIds).hasSize(2).contains(faceId);
    assertThat(info("ann").get("tag").asString()).isEqualTo("colleague");
    JsonNode again =
        ok(
            client.faceAddFace(
                new FaceAddFaceRequest(
                    BUCKET,
                    new String[] {host.url(Photos.ANN), "http://127.0.0.1:1/ann.jpg"},
                    "ann",
                    null)));
    assertThat(again.get("ret_codes").toString()).isEqualTo("[-1312,-1308]");

    assertThat(
            texts(
                ok(client.faceGetFaceIds(new FaceGetFaceIdsRequest(BUCKET, "ann")))
                    .get("face_ids")))
        .isEqualTo(faceIds);
    assertThat(
            texts(ok(client.faceGetGroupIds(new FaceGetGroupIdsRequest(BUCKET))).get("group_ids")))
        .contains("red", "blue");
    assertThat(
            texts(
                ok(client.faceGetPersonIds(new FaceGetPersonIdsRequest(BUCKET, "blue")))
                    .get("person_ids")))
        .containsExactly("ann", "bea");
    JsonNode face =
        ok(client.faceGetFaceInfo(new FaceGetFaceInfoRequest(BUCKET, faceId))).get("face_info");
    assertThat(face.get("face_id").asString()).isEqualTo(faceId);
    assertThat(face.get("width").asDouble()).isBetween(40.0, 224.0);

    searched();
    changed(faceIds);
  }

  private static void searched() throws Exception {
    JsonNode found =
        ok(
            client.faceIdentify(
                new FaceIdentifyRequest(BUCKET, groups("red", "blue"), file(Photos.ANN_AGAIN))));
    JsonNode best = found.get("candidates").get(0);
    assertThat(best.get("person_id").asString()).isEqualTo("ann");
    assertThat(best.get("confidence").asDouble()).isGreaterThan(99);
    assertThat(best.get("tag").asString()).isEqualTo("colleague");
    assertThat(found.get("group_size").asInt()).isEqualTo(2);
    assertThat(found.get("time_ms").asLong()).isNotNegative();
    JsonNode one =
        ok(client.faceIdentify(new FaceIdentifyRequest(BUCKET, "red", host.url(Photos.ANN))));
    assertThat(one.get("candidates").get(0).get("person_id").asString()).isEqualTo("ann");
    JsonNode many =
        ok(
            client.faceMultiIdentify(
                new FaceMultiIdentifyRequest(BUCKET, file(Photos.BEA), "blue")));
    assertThat(many.get("results").get(0).get("candidates").get(0).get("person_id").asString())
        .isEqualTo("bea");
    JsonNode same =
        ok(client.faceVerify(new FaceVerifyRequest(BUCKET, "ann", host.url(Photos.ANN))));
    assertThat(same.get("ismatch").asBoolean()).isTrue();
    assertThat(same.get("confidence").asDouble()).isEqualTo(100);
    JsonNode other =
        ok(client.faceVerify(new FaceVerifyRequest(BUCKET, "ann", "bea.jpg", file(Photos.BEA))));
    assertThat(other.get("ismatch").asBoolean()).isFalse();
    JsonNode compared =
        ok(
            client.faceCompare(
                new FaceCompareRequest(BUCKET, file(Photos.ANN), file(Photos.ANN_AGAIN))));
    assertThat(compared.get("similarity").asDouble()).isGreaterThan(60);
    JsonNode failed =
        answered(
            -1308,
            client.faceCompare(
                new FaceCompareRequest(BUCKET, host.url(Photos.ANN), "http://127.0.0.1:1/")));
    assertThat(failed.get("fail_flag").asInt()).isEqualTo(2);
  }

  private static void changed(List<String> faceIds) throws Exception {
    ok(client.faceSetInfo(new FaceSetInfoRequest(BUCKET, "ann", "安", "t")));
    assertThat(info("ann").get("person_name").asString()).isEqualTo("安");
    assertThat(info("ann").get("tag").asString()).isEqualTo("t");
    JsonNode joined =
        ok(client.faceAddGroupIds(new FaceAddGroupIdsRequest(BUCKET, "ann", "red", "green")));
    assertThat(joined.get("added").asInt()).isEqualTo(1);
    assertThat(texts(joined.get("group_ids"))).containsExactly("red", "blue", "green");
    JsonNode left =
        ok(client.faceDelGroupIds(new FaceDelGroupIdsRequest(BUCKET, "ann", "red", "nowhere")));
    assertThat(left.get("deleted").asInt()).isEqualTo(1);
    assertThat(texts(left.get("group_ids"))).containsExactly("blue", "green");
    JsonNode deleted =
        ok(client.faceDelFace(new FaceDelFaceRequest(BUCKET, "ann", groups(faceIds.getFirst()))));
    assertThat(texts(deleted.get("face_ids"))).containsExactly(faceIds.getFirst());
    assertThat(
            ok(client.faceDelPerson(new FaceDelPersonRequest(BUCKET, "ann")))
                .get("deleted")
                .asInt())
        .isEqualTo(1);
    answered(-1303, client.faceDelPerson(new FaceDelPersonRequest(BUCKET, "ann")));
  }

  @Test
  void what_iai_enrols_the_sdk_sees_and_the_other_way_round() throws Exception {
    RawClient iai = new RawClient(server);
    iai.call("CreateGroup", "{\"GroupId\":\"shared\",\"GroupName\":\"Shared\"}");
    iai.call(
        "CreatePerson",
        "{\"GroupId\":\"shared\",\"PersonId\":\"cleo\",\"PersonName\":\"Cleo\",\"Image\":\"%s\"}"
            .formatted(Photos.CLEO.base64()));
    assertThat(info("cleo").get("person_name").asString()).isEqualTo("Cleo");
    assertThat(texts(info("cleo").get("group_ids"))).containsExactly("shared");
    ok(
        client.faceNewPerson(
            new FaceNewPersonRequest(
                BUCKET, "dora", groups("shared"), file(Photos.BEA), "Dora", "x")));
    JsonNode persons = iai.call("GetPersonList", "{\"GroupId\":\"shared\"}").get("PersonInfos");
    assertThat(persons.get(1).get("PersonName").asString()).isEqualTo("Dora");
    answered(
        -1302,
        client.faceNewPerson(
            new FaceNewPersonRequest(BUCKET, "cleo", groups("x"), file(Photos.BEA), "", "")));
  }
}
