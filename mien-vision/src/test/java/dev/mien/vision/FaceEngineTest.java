package dev.mien.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mien.vision.embed.EmbedderInfo;
import dev.mien.vision.embed.Embedding;
import dev.mien.vision.geometry.Box;
import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.Patch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaceEngineTest {

  private static final DetectOptions ALL = new DetectOptions(DetectOptions.MAX_FACES, 34, false);

  private final FaceEngine engine = TestEngine.shared();

  @ParameterizedTest
  @CsvSource({
    "sample1.jpg, 3",
    "sample2.jpg, 3",
    "sample3.jpg, 3",
    "sample4.jpg, 4",
    "sample5.jpg, 5",
    "sample6.jpg, 4"
  })
  void each_face_of_a_photograph_is_found_once_the_largest_first(String photo, int faces)
      throws Exception {
    List<Face> found = engine.detect(TestEngine.photo(photo), ALL);

    assertThat(found).hasSize(faces);
    assertThat(found)
        .isSortedAccordingTo(Comparator.comparingDouble((Face face) -> -face.box().area()));
  }

  @Test
  void the_one_face_wanted_is_the_largest() throws Exception {
    Image photo = TestEngine.photo("sample5.jpg");

    List<Face> one = engine.detect(photo, DetectOptions.LARGEST);

    assertThat(one).hasSize(1);
    assertThat(
            one.getFirst().box().intersectionOverUnion(engine.detect(photo, ALL).getFirst().box()))
        .isGreaterThan(0.8);
  }

  @Test
  void fewer_faces_wanted_are_the_first_of_all() throws Exception {
    Image photo = TestEngine.photo("sample4.jpg");

    assertThat(boxes(engine.detect(photo, new DetectOptions(2, 34, false))))
        .isEqualTo(boxes(engine.detect(photo, ALL)).subList(0, 2));
  }

  @Test
  void faces_below_the_least_size_are_dropped() throws Exception {
    Image photo = TestEngine.photo("sample5.jpg");
    List<Face> all = engine.detect(photo, ALL);
    Box second = all.get(1).box();
    int least = (int) Math.min(second.width(), second.height()) + 1;

    assertThat(engine.detect(photo, new DetectOptions(120, least, false)))
        .allSatisfy(
            face ->
                assertThat(Math.min(face.box().width(), face.box().height()))
                    .isGreaterThanOrEqualTo(least))
        .hasSizeLessThan(all.size());
  }

  @Test
  void a_small_face_in_a_large_photograph_is_found_when_more_than_one_is_wanted() throws Exception {
    Image photo = TestEngine.photo("sample6.jpg");
    Face large = engine.detect(photo, DetectOptions.LARGEST).getFirst();
    double shrinking = Math.min(large.box().width(), large.box().height()) / 36;
    Image scene = smallInLarge(photo, large.box(), shrinking, 2700, 1900);

    List<Face> found = engine.detect(scene, ALL);

    assertThat(found).hasSize(1);
    Box expected =
        new Box(
            2700 - large.box().width() / shrinking / 2,
            1900 - large.box().height() / shrinking / 2,
            large.box().width() / shrinking,
            large.box().height() / shrinking);
    assertThat(found.getFirst().box().intersectionOverUnion(expected)).isGreaterThan(0.6);
  }

  @Test
  void a_face_that_fills_the_picture_is_found() throws Exception {
    Image photo = TestEngine.photo("sample6.jpg");
    Box box = engine.detect(photo, DetectOptions.LARGEST).getFirst().box();

    Image crop = crop(photo, box);

    assertThat(engine.detect(crop, DetectOptions.LARGEST)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void a_turned_photograph_is_searched_in_all_directions(int quarters) throws Exception {
    Image upright = TestEngine.photo("sample3.jpg");
    Image turned = upright;
    for (int i = 0; i < quarters; i++) {
      turned = turnedClockwise(turned);
    }

    List<Face> expected = engine.detect(upright, ALL);
    List<Face> found = engine.detect(turned, new DetectOptions(120, 34, true));

    assertThat(found).hasSameSizeAs(expected);
    for (Face face : expected) {
      Box box = turned(face.box(), quarters, upright.width(), upright.height());
      Face same =
          found.stream()
              .max(Comparator.comparingDouble(other -> other.box().intersectionOverUnion(box)))
              .orElseThrow();
      assertThat(same.box().intersectionOverUnion(box)).isGreaterThan(0.8);
      double turn = Math.floorMod(Math.round(same.pose().roll() - face.pose().roll()), 360L);
      assertThat(turn).isCloseTo(90.0 * quarters, within(8.0));
      assertThat(engine.embed(turned, same, "3.0").similarity(engine.embed(upright, face, "3.0")))
          .isGreaterThan(0.9);
    }
  }

  @Test
  void a_picture_without_a_face_has_none() {
    byte[] noise = new byte[3 * 640 * 480];
    new Random(3).nextBytes(noise);

    assertThat(engine.detect(Image.of(640, 480, noise), ALL)).isEmpty();
    assertThat(engine.detect(Image.of(640, 480, new byte[noise.length]), ALL)).isEmpty();
  }

  @Test
  void people_of_one_photograph_are_told_apart_in_both_versions() throws Exception {
    Image photo = TestEngine.photo("sample4.jpg");
    List<Face> faces = engine.detect(photo, ALL);

    for (String version : engine.modelVersions()) {
      double limit = similarityAtLog10FalseMatchRate(engine.embedder(version), -3);
      for (int i = 0; i < faces.size(); i++) {
        Embedding one = engine.embed(photo, faces.get(i), version);
        assertThat(one.embedderId()).isEqualTo(engine.embedder(version).id());
        assertThat(one.dimension()).isEqualTo(engine.embedder(version).dimension());
        for (int j = 0; j < i; j++) {
          assertThat(one.similarity(engine.embed(photo, faces.get(j), version))).isLessThan(limit);
        }
      }
    }
  }

  @Test
  void the_same_picture_reaches_the_end_of_the_calibration() throws Exception {
    Image photo = TestEngine.photo("sample1.jpg");
    Face face = engine.detect(photo, DetectOptions.LARGEST).getFirst();

    for (String version : engine.modelVersions()) {
      double[] similarities = engine.embedder(version).similarities();
      assertThat(engine.embed(photo, face, version).similarity(engine.embed(photo, face, version)))
          .isGreaterThanOrEqualTo(similarities[similarities.length - 1]);
    }
  }

  @Test
  void embedding_for_all_versions_at_once_gives_what_each_version_gives_alone() throws Exception {
    Image photo = TestEngine.photo("sample1.jpg");
    Face face = engine.detect(photo, DetectOptions.LARGEST).getFirst();

    Map<String, Embedding> all = engine.embedAll(photo, face);

    assertThat(all.keySet()).isEqualTo(engine.modelVersions());
    all.forEach(
        (version, embedding) ->
            assertThat(embedding).isEqualTo(engine.embed(photo, face, version)));
  }

  @Test
  void the_same_bytes_give_the_same_answer_on_any_thread() throws Exception {
    Callable<List<Object>> work =
        () -> {
          Image photo = TestEngine.photo("sample2.jpg");
          List<Object> answer = new ArrayList<>();
          for (Face face : engine.detect(photo, ALL)) {
            answer.add(face.box());
            answer.add(face.pose());
            answer.add(engine.embed(photo, face, "3.0"));
          }
          return answer;
        };
    List<Object> alone = work.call();

    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Future<List<Object>>> answers = threads.invokeAll(List.of(work, work, work, work));
      for (Future<List<Object>> answer : answers) {
        assertThat(answer.get()).isEqualTo(alone);
      }
    }
  }

  @Test
  void an_unknown_model_version_is_refused_by_name() throws Exception {
    Image photo = TestEngine.photo("sample1.jpg");
    Face face = engine.detect(photo, DetectOptions.LARGEST).getFirst();

    assertThatThrownBy(() -> engine.embed(photo, face, "9.9"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9.9");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void native_memory_does_not_grow_with_the_number_of_calls() throws Exception {
    Image photo = TestEngine.photo("sample6.jpg");
    Image crop = crop(photo, engine.detect(photo, DetectOptions.LARGEST).getFirst().box());
    Face face = engine.detect(crop, DetectOptions.LARGEST).getFirst();
    embedOften(crop, face, 60);
    System.gc();
    long before = residentKibibytes();

    embedOften(crop, face, 240);
    System.gc();

    // A leaked input tensor would be 88 to 263 KiB a run, three runs a call: 120 MiB at least.
    assertThat(residentKibibytes() - before).isLessThan(60 * 1024);
  }

  private void embedOften(Image image, Face face, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(engine.embed(image, face, "3.0").dimension()).isPositive();
    }
  }

  private static long residentKibibytes() throws Exception {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  private static List<Box> boxes(List<Face> faces) {
    return faces.stream().map(Face::box).toList();
  }

  private static double similarityAtLog10FalseMatchRate(EmbedderInfo embedder, double wanted) {
    double[] rates = embedder.log10FalseMatchRates();
    for (int i = 0; i < rates.length; i++) {
      if (rates[i] <= wanted) {
        return embedder.similarities()[i];
      }
    }
    throw new AssertionError("the calibration ends before " + wanted);
  }

  /**
   * A gray picture of 4000 x 3000 pixels with what surrounds a face, shrunk, its centre at x and y.
   */
  private static Image smallInLarge(Image photo, Box face, double shrinking, int x, int y) {
    int side = (int) (2.4 * Math.max(face.width(), face.height()) / shrinking);
    Patch patch = new Patch(side, side);
    patch.fill(
        photo,
        new Similarity(
            shrinking,
            0,
            face.centre().x() - shrinking * side / 2,
            face.centre().y() - shrinking * side / 2));
    byte[] pixels = new byte[3 * 4000 * 3000];
    Arrays.fill(pixels, (byte) 128);
    put(patch, pixels, 4000, x - side / 2, y - side / 2);
    return Image.of(4000, 3000, pixels);
  }

  private static Image crop(Image photo, Box box) {
    Patch patch = new Patch((int) box.width(), (int) box.height());
    patch.fill(photo, new Similarity(1, 0, box.x(), box.y()));
    byte[] pixels = new byte[3 * patch.width() * patch.height()];
    put(patch, pixels, patch.width(), 0, 0);
    return Image.of(patch.width(), patch.height(), pixels);
  }

  private static void put(Patch patch, byte[] pixels, int imageWidth, int left, int top) {
    int plane = patch.width() * patch.height();
    for (int i = 0; i < plane; i++) {
      int at = 3 * ((top + i / patch.width()) * imageWidth + left + i % patch.width());
      for (int channel = 0; channel < 3; channel++) {
        pixels[at + channel] = (byte) Math.round(patch.planes()[i + channel * plane]);
      }
    }
  }

  private static Image turnedClockwise(Image image) {
    int width = image.height();
    int height = image.width();
    byte[] pixels = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = image.rgb(y, image.height() - 1 - x);
        int at = 3 * (y * width + x);
        pixels[at] = (byte) (rgb >> 16);
        pixels[at + 1] = (byte) (rgb >> 8);
        pixels[at + 2] = (byte) rgb;
      }
    }
    return Image.of(width, height, pixels);
  }

  /** Where a box lies after quarter turns clockwise of a picture of this size. */
  private static Box turned(Box box, int quarters, double width, double height) {
    Box turned = box;
    double currentHeight = height;
    double currentWidth = width;
    for (int i = 0; i < quarters; i++) {
      double newWidth = turned.height();
      double newHeight = turned.width();
      turned = new Box(currentHeight - turned.bottom(), turned.x(), newWidth, newHeight);
      double swapped = currentWidth;
      currentWidth = currentHeight;
      currentHeight = swapped;
    }
    return turned;
  }
}
