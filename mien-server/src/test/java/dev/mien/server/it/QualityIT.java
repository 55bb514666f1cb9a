package dev.mien.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What QualityControl and NeedQualityDetection do, over the wire. */
class QualityIT {
  private static final String NOT_QUALIFIED = "FailedOperation.FaceQualityNotQualified";
  private static final int REFUSED = -1601;
  private static final int LEVELS = 5;

  @TempDir static Path data;

  private static TestServer server;
  private static RawClient raw;
  private static String good;
  private static String blurred;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start(data);
    raw = new RawClient(server);
    good = Photos.ANN.base64();
    blurred = blurred();
    assertThat(raw.codeOf("CreateGroup", "{\"GroupId\":\"g\",\"GroupName\":\"g\"}"))
        .isEqualTo("OK");
    assertThat(raw.codeOf("CreatePerson", person("ann", good, 0))).isEqualTo("OK");
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void a_very_blurred_face_passes_level_0_only() throws Exception {
    for (int level = 0; level < LEVELS; level++) {
      String control = "\"QualityControl\":%d".formatted(level);
      String expected = level == 0 ? "OK" : NOT_QUALIFIED;
      String compare = "{\"ImageA\":\"%s\",\"ImageB\":\"%s\",%s}".formatted(good, blurred, control);
      assertThat(raw.codeOf("CompareFace", compare)).isEqualTo(expected);
      assertThat(raw.codeOf("CreatePerson", person("p" + level, blurred, level)))
          .isEqualTo(expected);
      JsonNode created =
          call(
              "CreateFace",
              "{\"PersonId\":\"ann\",\"FaceMatchThreshold\":0,\"Images\":[\"%s\"],%s}"
                  .formatted(blurred, control));
      assertThat(created.get("RetCode").get(0).asInt()).isEqualTo(level == 0 ? 0 : REFUSED);
      JsonNode found =
          call(
              "SearchFaces",
              "{\"GroupIds\":[\"g\"],\"Image\":\"%s\",%s}".formatted(blurred, control));
      assertThat(found.get("Results").get(0).get("RetCode").asInt())
          .isEqualTo(level == 0 ? 0 : REFUSED);
    }
  }

  @Test
  void a_good_face_passes_the_third_level() throws Exception {
    assertThat(
            raw.codeOf(
                "CompareFace",
                "{\"ImageA\":\"%s\",\"ImageB\":\"%s\",\"QualityControl\":3}".formatted(good, good)))
        .isEqualTo("OK");
  }

  @Test
  void a_refusal_says_which_value_fails_and_by_how_much() throws Exception {
    JsonNode error = call("CreatePerson", person("q", blurred, 1)).get("Error");
    assertThat(error.get("Message").asString()).containsPattern("Sharpness \\d+ < 40");
  }

  @Test
  void quality_is_told_when_asked_for() throws Exception {
    String image = "{\"Image\":\"%s\"".formatted(good);
    JsonNode without = quality(call("DetectFace", image + "}"));
    JsonNode with = quality(call("DetectFace", image + ",\"NeedQualityDetection\":1}"));
    assertThat(without.get("Score").asInt()).isZero();
    assertThat(with.get("Score").asInt()).isGreaterThan(60);
    assertThat(with.get("Completeness").get("Eye").asInt()).isGreaterThan(80);
    assertThat(with.get("Completeness").get("Mouth").asInt()).isGreaterThan(50);
  }

  private static JsonNode quality(JsonNode detected) {
    return detected.get("FaceInfos").get(0).get("FaceQualityInfo");
  }

  private static JsonNode call(String action, String body) throws Exception {
    return raw.call(action, body);
  }

  private static String person(String id, String image, int level) {
    return "{\"GroupId\":\"g\",\"PersonId\":\"%s\",\"PersonName\":\"n\",\"Image\":\"%s\",\"QualityControl\":%d}"
        .formatted(id, image, level);
  }

  /** Ann at a tenth of the size and back. */
  private static String blurred() throws Exception {
    BufferedImage small = new BufferedImage(24, 24, BufferedImage.TYPE_INT_RGB);
    BufferedImage large = new BufferedImage(224, 224, BufferedImage.TYPE_INT_RGB);
    BufferedImage ann = ImageIO.read(new ByteArrayInputStream(Photos.ANN.jpeg()));
    draw(small, ann);
    draw(large, small);
    return Base64.getEncoder().encodeToString(Photos.encode(large, "png"));
  }

  private static void draw(BufferedImage target, BufferedImage source) {
    Graphics2D graphics = target.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(source, 0, 0, target.getWidth(), target.getHeight(), null);
    graphics.dispose();
  }
}
