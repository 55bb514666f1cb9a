package dev.mien.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a face looks like, as a client sees it: the portraits show women who smile. */
class AttributesIT {

  private static final List<String> ITEMS =
      List.of("Emotion", "Gender", "Mask", "Moustache", "Nose", "Shape", "Skin");

  @TempDir static Path folder;
  private static TestServer server;
  private static RawClient raw;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start(folder.resolve("data"));
    raw = new RawClient(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void nothing_is_told_that_was_not_asked_for() throws Exception {
    JsonNode nothing = details("");
    JsonNode none = details(",'FaceAttributesType':'None'");

    assertThat(none).isEqualTo(nothing);
    assertThat(nothing.get("Age").asLong()).isZero();
    assertThat(nothing.get("Smile").asLong()).isZero();
    assertThat(nothing.get("HeadPose").get("Roll").asLong()).isZero();
    for (String item : ITEMS) {
      assertThat(nothing.get(item).get("Type").asLong()).isZero();
      assertThat(nothing.get(item).get("Probability").asDouble()).isZero();
    }
  }

  @Test
  void what_is_asked_for_is_told_in_any_case_and_order() throws Exception {
    JsonNode some = details(",'FaceAttributesType':'smile, AGE,Gender'");

    assertThat(some.get("Age").asLong()).isBetween(15L, 60L);
    assertThat(some.get("Smile").asLong()).isGreaterThanOrEqualTo(50);
    assertThat(some.get("Gender").get("Type").asLong()).isEqualTo(1);
    assertThat(some.get("Gender").get("Probability").asDouble()).isGreaterThan(0.8);
    assertThat(some.get("Mask").get("Probability").asDouble()).isZero();
    assertThat(some.get("Nose").get("Probability").asDouble()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nose", "Shape", "Skin"})
  void one_attribute_alone_is_read_and_no_other(String asked) throws Exception {
    JsonNode one = details(",'FaceAttributesType':'" + asked + "'");

    for (String item : ITEMS) {
      assertThat(one.get(item).get("Probability").asDouble() > 0)
          .as(item)
          .isEqualTo(item.equals(asked));
    }
    assertThat(one.get("Eyebrow").get("EyebrowCurve").get("Probability").asDouble()).isZero();
    assertThat(one.get("Beauty").asLong()).isZero();
  }

  @Test
  void everything_can_be_asked_for_at_once() throws Exception {
    JsonNode all =
        details(
            ",'FaceAttributesType':'Age,Beauty,Emotion,Eye,Eyebrow,Gender,Hair,Hat,Headpose,Mask,"
                + "Mouth,Moustache,Nose,Shape,Skin,Smile'");

    for (String item : ITEMS) {
      assertThat(all.get(item).get("Probability").asDouble()).as(item).isBetween(0.1, 1.0);
    }
    for (String group : List.of("Eye", "Eyebrow", "Hair", "Hat", "Mouth")) {
      for (JsonNode item : all.get(group)) {
        assertThat(item.get("Probability").asDouble()).as(group).isBetween(0.1, 1.0);
      }
    }
    assertThat(all.get("Emotion").get("Type").asLong()).as("happy").isEqualTo(1);
    assertThat(all.get("Mask").get("Type").asLong()).as("no mask").isZero();
    assertThat(all.get("Moustache").get("Type").asLong()).as("no beard").isZero();
    assertThat(all.get("Hat").get("Style").get("Type").asLong()).as("no hat").isZero();
    assertThat(all.get("Hat").get("Color").get("Type").asLong()).as("no hat").isZero();
    assertThat(all.get("Eye").get("Glass").get("Type").asLong()).as("no glasses").isZero();
    assertThat(all.get("Beauty").asLong()).isBetween(1L, 100L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Teeth", "Age;Gender", "Age,,Gender"})
  void an_unknown_attribute_is_refused_and_the_known_ones_are_named(String types) throws Exception {
    JsonNode answer = call("DetectFaceAttributes", types(",'FaceAttributesType':'" + types + "'"));

    assertThat(RawClient.codeOf(answer)).isEqualTo("InvalidParameter.InvalidParameter");
    assertThat(answer.get("Error").get("Message").asString())
        .contains("FaceAttributesType")
        .contains("Moustache");
  }

  @Test
  void only_the_newest_model_version_is_known_here() throws Exception {
    JsonNode answer = call("DetectFaceAttributes", types(",'FaceModelVersion':'2.0'"));

    assertThat(RawClient.codeOf(answer)).isEqualTo("InvalidParameterValue.FaceModelVersionIllegal");
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, true", "2, false"})
  void detect_face_tells_attributes_if_asked_to(int asked, boolean told) throws Exception {
    JsonNode answer = call("DetectFace", types(",'NeedFaceAttributes':" + asked));
    JsonNode info = answer.get("FaceInfos").get(0).get("FaceAttributesInfo");

    assertThat(info.get("Age").asLong() > 0).isEqualTo(told);
    assertThat(info.get("Expression").asLong() >= 50).isEqualTo(told);
    assertThat(info.get("Beauty").asLong() > 0).isEqualTo(told);
    assertThat(info.get("Gender").asLong()).as("female").isLessThan(50);
    assertThat(info.get("EyeOpen").asBoolean()).isTrue();
  }

  private static JsonNode details(String more) throws Exception {
    JsonNode answer = call("DetectFaceAttributes", types(more));
    assertThat(RawClient.codeOf(answer)).as(answer.toString()).isEqualTo("OK");
    return answer.get("FaceDetailInfos").get(0).get("FaceDetailAttributesInfo");
  }

  private static String types(String more) {
    return "{'Image':'%s'%s}".formatted(Photos.BEA.base64(), more);
  }

  private static JsonNode call(String action, String json) throws Exception {
    return raw.callQuoted(action, json);
  }
}
