package dev.mien.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
  private static final int SIDE = 224;

  /** The reference's bounds of completeness, of the parts that must not be covered at all. */
  private static final Map<String, Integer> SEVERE = Map.of("Eye", 80, "Nose", 60, "Mouth", 50);

  /** And of the others. */
  private static final Map<String, Integer> PLAIN = Map.of("Eyebrow", 80, "Cheek", 70, "Chin", 70);

  /** Where a cloth over the chin begins, as shares of the face's height. */
  private static final double[] CHIN_FROM = {0.7, 0.75};

  private static final List<Optional<Color>> CLOTHS =
      List.of(
          Optional.empty(),
          Optional.of(Color.GRAY),
          Optional.of(Color.GREEN),
          Optional.of(new Color(95, 125, 160)));

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
    blurred = Base64.getEncoder().encodeToString(Photos.encode(blurred(24), "png"));
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

  /**
   * Ann, damaged in many ways: the values that DetectFace tells of a picture say which levels it
   * passes, and there is a picture for every level that it is the highest of.
   */
  @Test
  void each_level_refuses_what_the_reference_says_of_the_values_that_are_told() throws Exception {
    Map<Integer, String> highest = new TreeMap<>();
    for (String picture : damaged()) {
      int level = highestLevel(quality(call("DetectFace", detection(picture))));

      if (highest.putIfAbsent(level, picture) == null) {
        requireHighest(level, picture);
      }
    }
    assertThat(highest.keySet()).containsExactly(0, 1, 2, 3, 4);
  }

  private static void requireHighest(int highest, String picture) throws Exception {
    for (int level = 0; level < LEVELS; level++) {
      String search =
          "{\"GroupIds\":[\"g\"],\"Image\":\"%s\",\"QualityControl\":%d}".formatted(picture, level);
      assertThat(call("SearchFaces", search).get("Results").get(0).get("RetCode").asInt())
          .as("level %d of a picture that should pass %d", level, highest)
          .isEqualTo(level <= highest ? 0 : REFUSED);
      String create = person("level" + highest + level, picture, level);
      assertThat(raw.codeOf("CreatePerson", create))
          .isEqualTo(level <= highest ? "OK" : NOT_QUALIFIED);
    }
  }

  /** The reference's words, over the values of FaceQualityInfo. */
  private static int highestLevel(JsonNode quality) {
    int sharpness = quality.get("Sharpness").asInt();
    int brightness = quality.get("Brightness").asInt();
    JsonNode whole = quality.get("Completeness");
    boolean severe = sharpness < 40 || below(whole, SEVERE, 0) > 0;
    int plain =
        (sharpness >= 40 && sharpness < 80 ? 1 : 0)
            + (brightness < 30 || brightness > 70 ? 1 : 0)
            + below(whole, PLAIN, 0);
    int slight =
        (sharpness >= 80 && sharpness < 85 ? 1 : 0)
            + (brightness >= 30 && brightness <= 70 && Math.abs(brightness - 50) > 15 ? 1 : 0)
            + below(whole, SEVERE, 5)
            - below(whole, SEVERE, 0)
            + below(whole, PLAIN, 5)
            - below(whole, PLAIN, 0);
    return severe ? 0 : plain > 2 ? 1 : plain > 0 ? 2 : slight > 1 ? 3 : 4;
  }

  private static int below(JsonNode completeness, Map<String, Integer> bounds, int margin) {
    return (int)
        bounds.entrySet().stream()
            .filter(part -> completeness.get(part.getKey()).asInt() <= part.getValue() + margin)
            .count();
  }

  /**
   * Ann blurred, darkened, and with her chin covered by a gray, a green or a blue cloth to one
   * height or another, in all ways.
   */
  private static List<String> damaged() throws Exception {
    JsonNode face = call("DetectFace", detection(good)).get("FaceInfos").get(0);
    List<String> pictures = new ArrayList<>();
    for (int side : new int[] {SIDE, 112, 56, 24}) {
      for (float light : new float[] {1, 0.7f, 0.55f}) {
        for (Optional<Color> cloth : CLOTHS) {
          for (double from : CHIN_FROM) {
            BufferedImage picture = blurred(side);
            if (cloth.isPresent()) {
              int top = (int) (face.get("Y").asInt() + from * face.get("Height").asInt());
              Graphics2D graphics = picture.createGraphics();
              graphics.setColor(cloth.get());
              graphics.fillRect(0, top, SIDE, SIDE - top);
              graphics.dispose();
            }
            BufferedImage darkened = new RescaleOp(light, 0, null).filter(picture, null);
            pictures.add(Base64.getEncoder().encodeToString(Photos.encode(darkened, "png")));
          }
        }
      }
    }
    return pictures;
  }

  private static String detection(String picture) {
    return "{\"Image\":\"%s\",\"NeedQualityDetection\":1}".formatted(picture);
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

  /** Ann at so small a size and back. */
  private static BufferedImage blurred(int side) throws Exception {
    BufferedImage small = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    BufferedImage large = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    draw(small, ImageIO.read(new ByteArrayInputStream(Photos.ANN.jpeg())));
    draw(large, small);
    return large;
  }

  private static void draw(BufferedImage target, BufferedImage source) {
    Graphics2D graphics = target.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(source, 0, 0, target.getWidth(), target.getHeight(), null);
    graphics.dispose();
  }
}
