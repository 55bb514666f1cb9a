package dev.mien.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What the parameters of IAI change, each seen from outside: the gallery has Ann and Bea in {@code
 * g}, and Cleo in {@code h}.
 */
class EffectsIT {
  /** The three people whom the portraits of {@link Photos} show. */
  private static final String CROWD = "sample3.jpg";

  private static final int CROWD_SIDE_MAX = 1600;
  private static final int GAP = 40;
  private static final int BLURRED_SIDE = 40;

  @TempDir static Path folder;
  private static TestServer server;
  private static RawClient raw;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start(folder.resolve("data"));
    raw = new RawClient(server);
    ok("CreateGroup", "{'GroupId':'g','GroupName':'G','GroupExDescriptions':['desk']}");
    ok("CreateGroup", "{'GroupId':'h','GroupName':'H'}");
    enrol("g", "ann", Photos.ANN);
    enrol("g", "bea", Photos.BEA);
    enrol("h", "cleo", Photos.CLEO);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  // FaceMatchThreshold: the same picture scores 100

  @ParameterizedTest
  @ValueSource(strings = {"SearchFaces", "SearchPersonsReturnsByGroup"})
  void what_is_at_the_threshold_is_left_out_where_the_reference_says_above(String action)
      throws Exception {
    assertThat(candidates(search(action, Photos.ANN, "'FaceMatchThreshold':99.5"))).hasSize(1);
    assertThat(candidates(search(action, Photos.ANN, "'FaceMatchThreshold':100"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SearchPersons", "SearchFacesReturnsByGroup"})
  void thresholds_end_below_100_where_the_reference_says_so(String action) throws Exception {
    assertThat(candidates(search(action, Photos.ANN, "'FaceMatchThreshold':99.9"))).hasSize(1);
    assertThat(code(action, searchJson(Photos.ANN, "'FaceMatchThreshold':100")))
        .isEqualTo("InvalidParameterValue.FaceMatchThresholdIllegal");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SearchFaces",
        "SearchPersons",
        "SearchFacesReturnsByGroup",
        "SearchPersonsReturnsByGroup"
      })
  void a_higher_threshold_leaves_fewer_candidates(String action) throws Exception {
    assertThat(candidates(search(action, Photos.ANN_AGAIN, "'FaceMatchThreshold':0"))).hasSize(2);
    assertThat(candidates(search(action, Photos.ANN_AGAIN, "'FaceMatchThreshold':45"))).hasSize(1);
  }

  @Test
  void a_face_is_added_only_if_it_is_above_the_threshold() throws Exception {
    assertThat(added("bea", Photos.ANN, "'FaceMatchThreshold':60")).isEqualTo(-1604);
    assertThat(added("bea", Photos.BEA, "")).as("the default is 60").isZero();
    assertThat(added("cleo", Photos.CLEO, "'FaceMatchThreshold':100"))
        .as("100 is not above 100")
        .isEqualTo(-1604);
    assertThat(added("cleo", Photos.ANN, "'FaceMatchThreshold':0")).isZero();
    removeSecondFace("bea");
    removeSecondFace("cleo");
  }

  private static long added(String person, Photos photo, String more) throws Exception {
    String json =
        "{'PersonId':'%s','Images':['%s']%s}".formatted(person, photo.base64(), andMore(more));
    return ok("CreateFace", json).get("RetCode").get(0).asLong();
  }

  private static void removeSecondFace(String person) throws Exception {
    JsonNode ids = ok("GetPersonBaseInfo", "{'PersonId':'%s'}".formatted(person)).get("FaceIds");
    ok("DeleteFace", "{'PersonId':'%s','FaceIds':['%s']}".formatted(person, ids.get(1).asString()));
  }

  // UniquePersonControl

  @ParameterizedTest
  @CsvSource({"0, false", "1, true", "2, true", "3, true", "4, true"})
  void a_person_who_is_there_already_is_not_created_again_from_1_on(int control, boolean refused)
      throws Exception {
    JsonNode answer =
        ok("CreatePerson", personJson("g", "twin", Photos.ANN, "'UniquePersonControl':" + control));
    assertThat(answer.get("SimilarPersonId").asString()).isEqualTo(refused ? "ann" : "");
    assertThat(answer.get("FaceId").asString().isEmpty()).isEqualTo(refused);
    if (!refused) {
      ok("DeletePerson", "{'PersonId':'twin'}");
    }
    assertThat(code("GetPersonBaseInfo", "{'PersonId':'twin'}"))
        .isEqualTo("InvalidParameterValue.PersonIdNotExist");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void somebody_else_is_created_whatever_the_control(int control) throws Exception {
    JsonNode answer =
        ok("CreatePerson", personJson("g", "new", Photos.CLEO, "'UniquePersonControl':" + control));
    assertThat(answer.get("SimilarPersonId").asString()).isEmpty();
    ok("DeletePerson", "{'PersonId':'new'}");
  }

  @Test
  void only_the_own_group_counts_for_uniqueness() throws Exception {
    JsonNode answer =
        ok("CreatePerson", personJson("h", "twin", Photos.ANN, "'UniquePersonControl':1"));
    assertThat(answer.get("SimilarPersonId").asString()).isEmpty();
    ok("DeletePerson", "{'PersonId':'twin'}");
  }

  // NeedPersonInfo, MaxPersonNum

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SearchFaces",
        "SearchPersons",
        "SearchFacesReturnsByGroup",
        "SearchPersonsReturnsByGroup"
      })
  void details_of_persons_are_told_only_if_they_are_wanted(String action) throws Exception {
    for (String no : List.of("", "'NeedPersonInfo':0", "'NeedPersonInfo':2")) {
      JsonNode without = candidates(search(action, Photos.ANN, no)).getFirst();
      assertThat(without.get("PersonName").isNull()).isTrue();
      assertThat(without.get("PersonGroupInfos").isNull()).isTrue();
    }
    JsonNode with = candidates(search(action, Photos.ANN, "'NeedPersonInfo':1")).getFirst();
    assertThat(with.get("PersonName").asString()).isEqualTo("Person ann");
    assertThat(with.get("PersonGroupInfos").get(0).get("GroupId").asString()).isEqualTo("g");
  }

  @ParameterizedTest
  @CsvSource({
    "SearchFaces, MaxPersonNum",
    "SearchPersons, MaxPersonNum",
    "SearchFacesReturnsByGroup, MaxPersonNumPerGroup",
    "SearchPersonsReturnsByGroup, MaxPersonNumPerGroup"
  })
  void as_many_candidates_are_told_as_are_wanted(String action, String parameter) throws Exception {
    for (int number : new int[] {1, 2}) {
      assertThat(candidates(search(action, Photos.ANN, "'%s':%d".formatted(parameter, number))))
          .hasSize(number);
    }
  }

  // MaxFaceNum, MinFaceSize

  @Test
  void as_many_faces_are_looked_at_as_are_wanted_the_largest_first() throws Exception {
    String crowd = crowd();
    for (int number : new int[] {1, 2, 3}) {
      JsonNode faces =
          ok("DetectFace", "{'Image':'%s','MaxFaceNum':%d}".formatted(crowd, number))
              .get("FaceInfos");
      assertThat(faces.size()).isEqualTo(number);
      for (int i = 1; i < faces.size(); i++) {
        assertThat(area(faces.get(i))).isLessThanOrEqualTo(area(faces.get(i - 1)));
      }
      JsonNode results =
          ok(
                  "SearchFaces",
                  "{'GroupIds':['g'],'Image':'%s','MaxFaceNum':%d}".formatted(crowd, number))
              .get("Results");
      assertThat(results.size()).isEqualTo(number);
    }
  }

  @Test
  void faces_below_the_wanted_size_are_left_out() throws Exception {
    String crowd = crowd();
    JsonNode all = ok("DetectFace", "{'Image':'%s','MaxFaceNum':120}".formatted(crowd));
    JsonNode largest = all.get("FaceInfos").get(0);
    long side = Math.min(largest.get("Width").asLong(), largest.get("Height").asLong());
    JsonNode few =
        ok("DetectFace", "{'Image':'%s','MaxFaceNum':120,'MinFaceSize':%d}".formatted(crowd, side));
    assertThat(few.get("FaceInfos").size()).isPositive().isLessThan(all.get("FaceInfos").size());
    assertThat(code("DetectFace", "{'Image':'%s','MinFaceSize':%d}".formatted(crowd, 2 * side)))
        .isEqualTo("FailedOperation.FaceSizeTooSmall");
  }

  private static long area(JsonNode face) {
    return face.get("Width").asLong() * face.get("Height").asLong();
  }

  // NeedRotateDetection, FaceMatchingStrategy

  @Test
  void a_face_that_stands_on_its_head_is_recognised_if_that_is_wanted() throws Exception {
    String turned = turned(Photos.ANN);
    double without = verified(turned, 0);
    double with = verified(turned, 1);
    assertThat(with).isGreaterThan(80);
    assertThat(without).isLessThan(with - 10);
  }

  /** The score against Ann; 0 if no face is found. */
  private static double verified(String image, int rotate) throws Exception {
    JsonNode answer =
        call(
            "VerifyFace",
            "{'PersonId':'ann','Image':'%s','NeedRotateDetection':%d}".formatted(image, rotate));
    if (RawClient.codeOf(answer).equals("InvalidParameterValue.NoFaceInPhoto")) {
      return 0;
    }
    return answer.get("Score").asDouble();
  }

  @Test
  void the_strategy_decides_which_of_two_faces_is_compared() throws Exception {
    String both = largeBesideSmall(Photos.BEA, Photos.ANN);
    JsonNode largest =
        ok(
            "CompareFace",
            "{'ImageA':'%s','ImageB':'%s','FaceMatchingStrategy':1}"
                .formatted(both, Photos.BEA.base64()));
    assertThat(largest.get("Score").asDouble()).as("Bea is the larger one").isGreaterThan(80);
    JsonNode other =
        ok(
            "CompareFace",
            "{'ImageA':'%s','ImageB':'%s','FaceMatchingStrategy':1}"
                .formatted(both, Photos.ANN.base64()));
    assertThat(other.get("Score").asDouble()).isLessThan(50);
    for (String image : List.of(Photos.ANN.base64(), Photos.BEA.base64())) {
      assertThat(
              code(
                  "CompareFace",
                  "{'ImageA':'%s','ImageB':'%s','FaceMatchingStrategy':0}".formatted(both, image)))
          .isEqualTo("OK");
    }
  }

  // QualityControl

  @Test
  void a_blurred_face_is_refused_if_good_ones_are_asked_for() throws Exception {
    String json = "{'PersonId':'ann','Image':'%s','QualityControl':%d}";
    assertThat(code("VerifyFace", json.formatted(blurred(Photos.ANN), 4)))
        .isEqualTo("FailedOperation.FaceQualityNotQualified");
    assertThat(code("VerifyFace", json.formatted(blurred(Photos.ANN), 0))).isEqualTo("OK");
  }

  // Offset, Limit

  @Test
  void pages_begin_at_the_offset_and_are_as_long_as_the_limit() throws Exception {
    List<String> all = ids("GetGroupList", "{}", "GroupInfos", "GroupId");
    assertThat(all).containsExactly("g", "h");
    assertThat(ids("GetGroupList", "{'Limit':1}", "GroupInfos", "GroupId")).containsExactly("g");
    assertThat(ids("GetGroupList", "{'Offset':1}", "GroupInfos", "GroupId")).containsExactly("h");
    assertThat(ids("GetGroupList", "{'Offset':2}", "GroupInfos", "GroupId")).isEmpty();
    assertThat(ids("GetGroupList", "{'Limit':0}", "GroupInfos", "GroupId")).isEmpty();
    String persons = "{'GroupId':'g','Offset':%d,'Limit':%d}";
    assertThat(ids("GetPersonList", persons.formatted(0, 1), "PersonInfos", "PersonId"))
        .containsExactly("ann");
    assertThat(ids("GetPersonList", persons.formatted(1, 1), "PersonInfos", "PersonId"))
        .containsExactly("bea");
    String groups = "{'PersonId':'ann','Offset':%d}";
    assertThat(ids("GetPersonGroupInfo", groups.formatted(0), "PersonGroupInfos", "GroupId"))
        .containsExactly("g");
    assertThat(ids("GetPersonGroupInfo", groups.formatted(1), "PersonGroupInfos", "GroupId"))
        .isEmpty();
  }

  private static List<String> ids(String action, String json, String list, String id)
      throws Exception {
    List<String> ids = new ArrayList<>();
    ok(action, json).get(list).forEach(item -> ids.add(item.get(id).asString()));
    return ids;
  }

  // Requests

  private static JsonNode search(String action, Photos photo, String more) throws Exception {
    return ok(action, searchJson(photo, more));
  }

  private static String searchJson(Photos photo, String more) {
    return "{'GroupIds':['g'],'Image':'%s'%s}".formatted(photo.base64(), andMore(more));
  }

  /** The candidates of the only face, of whichever search. */
  private static List<JsonNode> candidates(JsonNode answer) {
    JsonNode result =
        answer.has("Results")
            ? answer.get("Results").get(0)
            : answer.get("ResultsReturnsByGroup").get(0).get("GroupCandidates").get(0);
    List<JsonNode> candidates = new ArrayList<>();
    result.get("Candidates").forEach(candidates::add);
    return candidates;
  }

  private static void enrol(String group, String person, Photos photo) throws Exception {
    ok("CreatePerson", personJson(group, person, photo, ""));
  }

  private static String personJson(String group, String person, Photos photo, String more) {
    return "{'GroupId':'%s','PersonId':'%s','PersonName':'Person %s','Image':'%s'%s}"
        .formatted(group, person, person, photo.base64(), andMore(more));
  }

  private static String andMore(String more) {
    return more.isEmpty() ? "" : "," + more;
  }

  private static JsonNode ok(String action, String json) throws Exception {
    return raw.ok(action, json);
  }

  private static String code(String action, String json) throws Exception {
    return RawClient.codeOf(call(action, json));
  }

  private static JsonNode call(String action, String json) throws Exception {
    return raw.callQuoted(action, json);
  }

  // Pictures

  private static String crowd() {
    BufferedImage photo = Photos.photo(CROWD);
    double scale =
        Math.min(1, (double) CROWD_SIDE_MAX / Math.max(photo.getWidth(), photo.getHeight()));
    int width = (int) (photo.getWidth() * scale);
    int height = (int) (photo.getHeight() * scale);
    BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    draw(smaller, photo, 0, 0, width, height);
    return base64(smaller);
  }

  private static String turned(Photos photo) throws Exception {
    BufferedImage image = image(photo);
    BufferedImage turned =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = turned.createGraphics();
    graphics.rotate(Math.PI, image.getWidth() / 2.0, image.getHeight() / 2.0);
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return base64(turned);
  }

  private static String blurred(Photos photo) throws Exception {
    BufferedImage image = image(photo);
    BufferedImage small = new BufferedImage(BLURRED_SIDE, BLURRED_SIDE, image.getType());
    draw(small, image, 0, 0, BLURRED_SIDE, BLURRED_SIDE);
    BufferedImage large = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
    draw(large, small, 0, 0, image.getWidth(), image.getHeight());
    return base64(large);
  }

  private static String largeBesideSmall(Photos large, Photos small) throws Exception {
    BufferedImage one = image(large);
    int side = 2 * one.getWidth();
    int half = one.getWidth();
    BufferedImage both = new BufferedImage(side + GAP + half, side, BufferedImage.TYPE_INT_RGB);
    draw(both, one, 0, 0, side, side);
    draw(both, image(small), side + GAP, half / 2, half, half);
    return base64(both);
  }

  private static BufferedImage image(Photos photo) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(photo.jpeg()));
  }

  private static void draw(
      BufferedImage onto, BufferedImage image, int x, int y, int width, int height) {
    Graphics2D graphics = onto.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, x, y, width, height, null);
    graphics.dispose();
  }

  private static String base64(BufferedImage image) {
    return Base64.getEncoder().encodeToString(Photos.encode(image, "jpg"));
  }
}
