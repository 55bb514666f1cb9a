package dev.mien.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.iai.v20200303.models.GetGroupListRequest;
import dev.mien.server.it.SdkClients.Signing;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Bad requests get their documented code and a message that helps, and change nothing. */
class BadInputIT {
  @TempDir static Path folder;
  private static TestServer server;
  private static RawClient raw;
  private static String before;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start(folder.resolve("data"));
    raw = new RawClient(server);
    assertThat(raw.codeOf("CreateGroup", json("GroupId", "g", "GroupName", "G"))).isEqualTo("OK");
    assertThat(raw.codeOf("CreateGroup", json("GroupId", "empty", "GroupName", "Empty")))
        .isEqualTo("OK");
    assertThat(raw.codeOf("CreatePerson", person("p", Photos.ANN.base64()))).isEqualTo("OK");
    before = everything();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void nothing_has_changed() throws Exception {
    assertThat(everything()).isEqualTo(before);
  }

  /** A picture that is refused, and with which code. */
  record Refused(String what, String base64, String code) {
    @Override
    public String toString() {
      return what;
    }
  }

  static List<Refused> pictures() {
    byte[] jpeg = Photos.ANN.jpeg();
    return List.of(
        new Refused(
            "text",
            encoded(
                "not a picture, only some words".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            "FailedOperation.ImageDecodeFailed"),
        new Refused(
            "a GIF",
            encoded(Photos.encode(plain(100, 100), "gif")),
            "FailedOperation.ImageDecodeFailed"),
        new Refused(
            "half a JPEG",
            encoded(Arrays.copyOf(jpeg, jpeg.length / 2)),
            "FailedOperation.ImageDecodeFailed"),
        new Refused(
            "5 MB and a byte of Base64",
            "A".repeat(5 * 1024 * 1024 + 1),
            "FailedOperation.ImageSizeExceed"),
        new Refused(
            "a JPEG 4001 pixels wide",
            encoded(Photos.encode(plain(4001, 80), "jpg")),
            "FailedOperation.ImageResolutionExceed"),
        new Refused(
            "a PNG 2001 pixels high",
            encoded(Photos.encode(plain(80, 2001), "png")),
            "FailedOperation.ImageResolutionExceed"),
        new Refused(
            "a side of 63 pixels",
            encoded(Photos.encode(plain(63, 200), "png")),
            "FailedOperation.ImageResolutionTooSmall"),
        new Refused(
            "no face",
            encoded(Photos.encode(plain(300, 300), "png")),
            "InvalidParameterValue.NoFaceInPhoto"),
        new Refused("broken Base64", "/9j/4AAQ$$$$", "FailedOperation.ImageDecodeFailed"));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void a_picture_that_cannot_be_used_is_refused(Refused picture) throws Exception {
    String image = "\"Image\":\"" + picture.base64() + "\"";
    assertThat(raw.codeOf("DetectFace", "{" + image + "}")).isEqualTo(picture.code());
    assertThat(raw.codeOf("CreatePerson", person("new", picture.base64())))
        .isEqualTo(picture.code());
    assertThat(raw.codeOf("VerifyFace", "{\"PersonId\":\"p\"," + image + "}"))
        .isEqualTo(picture.code());
    assertThat(raw.codeOf("SearchFaces", "{\"GroupIds\":[\"g\"]," + image + "}"))
        .isEqualTo(picture.code());
  }

  @Test
  void a_face_below_the_asked_size_is_named_as_such() throws Exception {
    assertThat(
            raw.codeOf(
                "DetectFace", "{\"MinFaceSize\":400,\"Image\":\"" + Photos.ANN.base64() + "\"}"))
        .isEqualTo("FailedOperation.FaceSizeTooSmall");
  }

  @Test
  void a_request_without_picture_is_told_so_and_of_picture_and_url_the_url_counts()
      throws Exception {
    assertThat(raw.codeOf("DetectFace", "{}")).isEqualTo("MissingParameter.ErrorParameterEmpty");
    assertThat(raw.codeOf("CompareFace", "{\"ImageA\":\"" + Photos.ANN.base64() + "\"}"))
        .isEqualTo("MissingParameter.ErrorParameterEmpty");
    assertThat(
            raw.codeOf(
                "DetectFace",
                "{\"Url\":\"http://127.0.0.1:1/a.jpg\",\"Image\":\"" + Photos.ANN.base64() + "\"}"))
        .isIn("FailedOperation.ImageDownloadError", "InvalidParameterValue.UrlIllegal");
  }

  @ParameterizedTest
  @MethodSource("forbiddenUrls")
  void a_url_into_the_private_network_is_refused(String url) throws Exception {
    assertThat(raw.codeOf("DetectFace", json("Url", url)))
        .isEqualTo("InvalidParameterValue.UrlIllegal");
  }

  static List<String> forbiddenUrls() {
    return List.of(
        "http://127.0.0.1/a.jpg",
        "http://10.0.0.1/a.jpg",
        "http://192.168.1.1/a.jpg",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/a.jpg",
        "http://[::ffff:127.0.0.1]/a.jpg",
        "http://0x7f000001/a.jpg",
        "http://2130706433/a.jpg",
        "file:///etc/passwd",
        "ftp://example.com/a.jpg",
        "not a url");
  }

  @Test
  void who_or_what_is_not_there_is_named() throws Exception {
    String image = Photos.ANN.base64();
    assertThat(raw.codeOf("GetGroupInfo", json("GroupId", "nowhere")))
        .isEqualTo("InvalidParameterValue.GroupIdNotExist");
    assertThat(
            raw.codeOf(
                "CreatePerson",
                json("GroupId", "nowhere", "PersonId", "x", "PersonName", "X", "Image", image)))
        .isEqualTo("InvalidParameterValue.GroupIdNotExist");
    assertThat(raw.codeOf("GetPersonBaseInfo", json("PersonId", "nobody")))
        .isEqualTo("InvalidParameterValue.PersonIdNotExist");
    assertThat(raw.codeOf("VerifyPerson", json("PersonId", "nobody", "Image", image)))
        .isEqualTo("InvalidParameterValue.PersonIdNotExist");
    assertThat(raw.codeOf("CreatePerson", person("p", image)))
        .isEqualTo("InvalidParameterValue.PersonIdAlreadyExist");
    assertThat(raw.codeOf("SearchFaces", "{\"GroupIds\":[\"empty\"],\"Image\":\"" + image + "\"}"))
        .isEqualTo("InvalidParameterValue.NoFaceInGroups");
  }

  @Test
  void parameters_of_a_wrong_type_unknown_ones_and_missing_ones_are_named() throws Exception {
    assertError("GetGroupList", "{\"Offset\":\"many\"}", "InvalidParameter", "Offset");
    assertError("GetGroupList", "{\"Offset\":-1}", "InvalidParameter", "Offset");
    assertError("GetGroupList", "{\"Limit\":1.5}", "InvalidParameter", "Limit");
    assertError(
        "SearchFaces", "{\"GroupIds\":\"g\",\"Image\":\"\"}", "InvalidParameter", "GroupIds");
    assertError("GetGroupInfo", "{\"GroupId\":\"g\",\"Verbose\":1}", "UnknownParameter", "Verbose");
    assertError("GetGroupInfo", "{}", "MissingParameter", "GroupId");
    assertError(
        "CreateGroup",
        "{\"GroupId\":\"x y\",\"GroupName\":\"N\"}",
        "InvalidParameterValue.GroupIdIllegal",
        "GroupId");
    assertThat(raw.codeOf("GetGroupList", "{\"Limit\":\"5\"}")).isEqualTo("OK");
    assertThat(raw.codeOf("GetGroupList", "{\"Limit\":5")).isEqualTo("InvalidParameter");
    assertThat(raw.codeOf("GetGroupList", "[]")).isEqualTo("InvalidParameter");
    assertThat(raw.codeOf("MakeCoffee", "{}")).isEqualTo("InvalidAction");
    assertThat(
            RawClient.codeOf(raw.call("GetGroupList", "1999-01-01", "{}", Instant.now(), "en-US")))
        .isEqualTo("NoSuchVersion");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "..\\\\..",
        "x'; DROP TABLE persons;--",
        "x\\u0000",
        "x\\u200b",
        "x\\u202e",
        "x\\n",
        "ｘ",
        "\u0445",
        "é"
      })
  void an_id_of_other_characters_is_refused(String id) throws Exception {
    assertThat(raw.codeOf("CreateGroup", json("GroupId", id, "GroupName", "N")))
        .isEqualTo("InvalidParameterValue.GroupIdIllegal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../..", "x\\u0000", "x\\u202egpj", "x\\u200b", "<b>", "x\\\"", "x;"})
  void a_name_that_could_be_more_than_a_name_is_refused(String name) throws Exception {
    assertThat(raw.codeOf("CreateGroup", json("GroupId", "n", "GroupName", name)))
        .isEqualTo("InvalidParameterValue.GroupNameIllegal");
  }

  /** An id and a name are text and nothing else: neither SQL nor an escape nor a path. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "%2e%2e%2fpasswd | Robert'), (1) --",
        "#&@%--_ | %s%n%@ ' OR 1",
        "null | NULL",
        "G | 𠮷野家 שלום",
        "%00 | e\u0301 is not é",
        "-1 | '"
      })
  void what_may_be_an_id_or_a_name_comes_back_unchanged(String id, String name) throws Exception {
    assertThat(raw.codeOf("CreateGroup", json("GroupId", id, "GroupName", name))).isEqualTo("OK");
    JsonNode group = raw.call("GetGroupInfo", json("GroupId", id));
    assertThat(group.get("GroupId").asString()).isEqualTo(id);
    assertThat(group.get("GroupName").asString()).isEqualTo(name);
    assertThat(raw.codeOf("DeleteGroup", json("GroupId", id))).isEqualTo("OK");
  }

  @Test
  void texts_of_a_million_characters_are_refused() throws Exception {
    String huge = "x".repeat(1_000_000);
    JsonNode response = raw.call("CreateGroup", json("GroupId", huge, "GroupName", "N"));
    assertThat(RawClient.codeOf(response)).isEqualTo("InvalidParameterValue.GroupIdTooLong");
    assertThat(response.at("/Error/Message").asString()).hasSizeLessThan(1000);
    assertThat(raw.codeOf("CreateGroup", json("GroupId", "n", "GroupName", huge)))
        .isEqualTo("InvalidParameterValue.GroupNameTooLong");
  }

  @Test
  void values_out_of_range_are_refused_with_the_parameters_own_code() throws Exception {
    String image = ",\"Image\":\"" + Photos.ANN.base64() + "\"}";
    String search = "{\"GroupIds\":[\"g\"]";
    assertThat(raw.codeOf("SearchFaces", search + ",\"MaxPersonNum\":101" + image))
        .isEqualTo("InvalidParameterValue.SearchPersonsExceed");
    assertThat(raw.codeOf("SearchFaces", search + ",\"FaceMatchThreshold\":100.5" + image))
        .isEqualTo("InvalidParameterValue.FaceMatchThresholdIllegal");
    assertThat(raw.codeOf("SearchFaces", search + ",\"QualityControl\":5" + image))
        .isEqualTo("InvalidParameterValue.QualityControlIllegal");
    assertThat(raw.codeOf("DetectFace", "{\"MaxFaceNum\":121" + image))
        .isEqualTo("LimitExceeded.ErrorFaceNumExceed");
    assertThat(raw.codeOf("DetectFace", "{\"FaceModelVersion\":\"4.0\"" + image))
        .isEqualTo("InvalidParameterValue.FaceModelVersionIllegal");
    assertThat(
            raw.codeOf(
                "CreatePerson",
                "{\"GroupId\":\"g\",\"PersonId\":\"n\",\"PersonName\":\"N\",\"UniquePersonControl\":5"
                    + image))
        .isEqualTo("InvalidParameterValue.UniquePersonControlIllegal");
    assertThat(raw.codeOf("ModifyPersonBaseInfo", "{\"PersonId\":\"p\",\"Gender\":3}"))
        .isEqualTo("InvalidParameterValue.PersonGenderIllegal");
    assertThat(raw.codeOf("GetGroupList", "{\"Offset\":3}"))
        .isEqualTo("InvalidParameterValue.OffsetExceed");
    assertThat(
            raw.codeOf(
                "CreateFace", "{\"PersonId\":\"p\",\"Images\":[\"a\",\"a\",\"a\",\"a\",\"a\"]}"))
        .isEqualTo("InvalidParameterValue.UploadFaceNumExceed");
  }

  @Test
  void signatures_that_are_old_wrong_or_of_unknown_keys_are_refused() throws Exception {
    Instant stale = Instant.now().minus(Duration.ofMinutes(6));
    assertThat(RawClient.codeOf(raw.call("GetGroupList", "2020-03-03", "{}", stale, "en-US")))
        .isEqualTo("AuthFailure.SignatureExpire");
    String id = server.credentials().secretId();
    String key = server.credentials().secretKey();
    for (Signing signing : Signing.values()) {
      SdkClients.assertRefused(
          "AuthFailure.SignatureFailure",
          () ->
              SdkClients.iai(server, signing, id, key + "x")
                  .GetGroupList(new GetGroupListRequest()));
      SdkClients.assertRefused(
          "AuthFailure.SecretIdNotFound",
          () ->
              SdkClients.iai(server, signing, "AKID" + "z".repeat(id.length() - 4), key)
                  .GetGroupList(new GetGroupListRequest()));
    }
  }

  @Test
  void a_body_over_the_limit_is_refused_without_being_read() throws Exception {
    assertThat(raw.codeOf("DetectFace", json("Image", "A".repeat(11 * 1024 * 1024))))
        .isEqualTo("RequestSizeLimitExceeded");
  }

  @Test
  void messages_come_in_the_language_asked_for() throws Exception {
    JsonNode chinese =
        raw.call("GetGroupInfo", "2020-03-03", json("GroupId", "nowhere"), Instant.now(), "zh-CN");
    JsonNode english =
        raw.call("GetGroupInfo", "2020-03-03", json("GroupId", "nowhere"), Instant.now(), "en-US");
    assertThat(chinese.at("/Error/Message").asString()).contains("不存在");
    assertThat(english.at("/Error/Message").asString())
        .contains("nowhere")
        .isNotEqualTo(chinese.at("/Error/Message").asString());
  }

  private static void assertError(String action, String json, String code, String mentioned)
      throws Exception {
    JsonNode response = raw.call(action, json);
    assertThat(RawClient.codeOf(response)).as(response.toString()).isEqualTo(code);
    assertThat(response.at("/Error/Message").asString()).contains(mentioned);
  }

  /** All that the account has, as the API shows it. */
  private static String everything() throws Exception {
    StringBuilder all = new StringBuilder();
    all.append(raw.call("GetGroupList", "{\"Limit\":1000}").get("GroupInfos"));
    all.append(raw.call("GetPersonList", json("GroupId", "g")).get("PersonInfos"));
    all.append(raw.call("GetPersonListNum", json("GroupId", "empty")).get("FaceNum"));
    return all.append(raw.call("GetPersonGroupInfo", json("PersonId", "p")).get("PersonGroupInfos"))
        .toString();
  }

  private static String person(String id, String image) {
    return json("GroupId", "g", "PersonId", id, "PersonName", "P", "Image", image);
  }

  /** An object of texts that need no escaping. */
  private static String json(String... namesAndTexts) {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      json.append(i == 0 ? "" : ",")
          .append('"')
          .append(namesAndTexts[i])
          .append("\":\"")
          .append(namesAndTexts[i + 1])
          .append('"');
    }
    return json.append('}').toString();
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static BufferedImage plain(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(90, 120, 150));
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return image;
  }
}
