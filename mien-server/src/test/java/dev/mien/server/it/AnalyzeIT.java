package dev.mien.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the parameters of AnalyzeFace and AnalyzeDenseLandmarks do. */
class AnalyzeIT {
  private static final int FACES = 3;
  private static final int DENSE_POINTS = 888;

  @TempDir static Path folder;
  private static TestServer server;
  private static RawClient raw;
  private static String three;
  private static String upsideDown;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start(folder.resolve("data"));
    raw = new RawClient(server);
    BufferedImage photo = Photos.photo("sample3.jpg");
    three = base64(halved(photo, false));
    upsideDown = base64(halved(photo, true));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void mode_0_is_all_faces_the_largest_first_and_mode_1_the_largest() throws Exception {
    JsonNode all = raw.call("AnalyzeFace", request(three, "\"Mode\":0")).get("FaceShapeSet");
    JsonNode one = raw.call("AnalyzeFace", request(three, "\"Mode\":1")).get("FaceShapeSet");

    assertThat(all).hasSize(FACES);
    assertThat(one).hasSize(1);
    assertThat(width(one.get(0))).isEqualTo(width(all.get(0)));
    assertThat(width(all.get(0))).isGreaterThan(width(all.get(1)) / 2);
    assertThat(
            raw.call("AnalyzeFace", request(three, "\"NeedRotateDetection\":0"))
                .get("FaceShapeSet"))
        .isEqualTo(all);
  }

  @Test
  void faces_upside_down_are_found_when_asked_for_and_keep_their_order() throws Exception {
    JsonNode found =
        raw.call("AnalyzeFace", request(upsideDown, "\"NeedRotateDetection\":1"))
            .get("FaceShapeSet");

    assertThat(found).hasSize(FACES);
    for (JsonNode shape : found) {
      JsonNode profile = shape.get("FaceProfile");
      assertThat(profile.get(0).get("X").longValue())
          .isGreaterThan(profile.get(20).get("X").longValue());
      assertThat(profile.get(10).get("Y").longValue())
          .isLessThan(profile.get(0).get("Y").longValue());
    }
  }

  @Test
  void both_model_versions_give_the_90_points_but_only_the_newest_the_dense_ones()
      throws Exception {
    String old = "\"Mode\":1,\"FaceModelVersion\":\"2.0\"";
    JsonNode answer = raw.call("AnalyzeFace", request(three, old));
    assertThat(answer.get("FaceModelVersion").stringValue()).isEqualTo("2.0");
    assertThat(raw.codeOf("AnalyzeDenseLandmarks", request(three, old)))
        .isEqualTo("InvalidParameterValue.FaceModelVersionIllegal");
  }

  @Test
  void a_dense_face_has_888_points_and_its_box() throws Exception {
    JsonNode shapes =
        raw.call("AnalyzeDenseLandmarks", request(three, "\"Mode\":0")).get("DenseFaceShapeSet");

    assertThat(shapes).hasSize(FACES);
    for (JsonNode shape : shapes) {
      int points = 0;
      for (JsonNode part : shape) {
        points += part.isArray() ? part.size() : 0;
      }
      assertThat(points).isEqualTo(DENSE_POINTS);
      long left = shape.get("X").longValue();
      long tip = shape.get("CentralAxis").get(40).get("X").longValue();
      assertThat(tip).isBetween(left, left + shape.get("Width").longValue());
    }
  }

  @Test
  void a_picture_without_a_face_says_so() throws Exception {
    String empty = base64(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB));

    assertThat(raw.codeOf("AnalyzeFace", request(empty, "\"Mode\":0")))
        .isEqualTo("InvalidParameterValue.NoFaceInPhoto");
    assertThat(raw.codeOf("AnalyzeDenseLandmarks", request(empty, "\"Mode\":0")))
        .isEqualTo("InvalidParameterValue.NoFaceInPhoto");
  }

  private static long width(JsonNode shape) {
    JsonNode profile = shape.get("FaceProfile");
    return profile.get(20).get("X").longValue() - profile.get(0).get("X").longValue();
  }

  private static String request(String image, String more) {
    return "{%s,\"Image\":\"%s\"}".formatted(more, image);
  }

  private static BufferedImage halved(BufferedImage photo, boolean turned) {
    int width = photo.getWidth() / 2;
    int height = photo.getHeight() / 2;
    BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = half.createGraphics();
    if (turned) {
      graphics.rotate(Math.PI, width / 2.0, height / 2.0);
    }
    graphics.drawImage(photo, 0, 0, width, height, null);
    graphics.dispose();
    return half;
  }

  private static String base64(BufferedImage picture) {
    return Base64.getEncoder().encodeToString(Photos.encode(picture, "jpg"));
  }
}
