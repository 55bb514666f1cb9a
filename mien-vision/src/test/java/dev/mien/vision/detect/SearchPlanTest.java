package dev.mien.vision.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mien.vision.geometry.Box;
import dev.mien.vision.geometry.Point;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchPlanTest {

  /** A detector that finds faces from half of a cell on. */
  private static final double SMALLEST_FACE = 0.5;

  private static final WindowShape SQUARE = new WindowShape(8, 8);
  private static final WindowShape WIDE = new WindowShape(14, 11);
  private static final SearchPlan.Sight SIGHT =
      new SearchPlan.Sight(List.of(SQUARE, WIDE, new WindowShape(11, 14)), SMALLEST_FACE);

  @Test
  void a_small_picture_is_searched_through_one_window() {
    List<List<Window>> levels = levels(500, 400, 34);

    assertThat(levels).hasSize(1);
    assertThat(levels.getFirst()).containsExactly(new Window(new Box(0, -50, 500, 500), SQUARE, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "4000, 3000, 34",
    "3000, 4000, 34",
    "1280, 720, 34",
    "1280, 720, 20",
    "4000, 100, 34",
    "640, 480, 0",
    "1999, 2000, 50"
  })
  void every_face_lies_whole_and_large_enough_in_some_window(int width, int height, int minSize) {
    List<List<Window>> levels = levels(width, height, minSize);
    double least = Math.max(minSize, 16) * 1.1;

    for (double size = least; size < Math.min(width, height); size *= 1.3) {
      for (double x = 0; x + size <= width; x += width / 23.0) {
        for (double y = 0; y + size <= height; y += height / 19.0) {
          Box face = new Box(x, y, size, size);
          assertThat(levels.stream().flatMap(List::stream))
              .as("%s in %d x %d", face, width, height)
              .anyMatch(window -> shows(window, face, width, height));
        }
      }
    }
  }

  @Test
  void the_largest_picture_takes_a_bounded_number_of_windows() {
    long windows = levels(4000, 3000, 0).stream().mapToLong(List::size).sum();

    assertThat(windows).isLessThan(500);
  }

  @Test
  void the_shape_with_the_fewest_cells_is_taken() {
    assertThat(levels(1920, 1280, 34).getLast())
        .hasSize(4)
        .allMatch(window -> window.shape().equals(WIDE));
    assertThat(levels(1280, 1920, 34).getLast())
        .hasSize(4)
        .allMatch(window -> window.shape().equals(new WindowShape(11, 14)));
    assertThat(levels(900, 300, 34).getLast())
        .hasSize(2)
        .allMatch(window -> window.shape().equals(SQUARE));
  }

  @Test
  void coarse_levels_come_first() {
    List<List<Window>> levels = levels(4000, 3000, 34);

    assertThat(levels).hasSize(3);
    assertThat(levels.stream().map(level -> level.getFirst().cell()).toList())
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void a_box_at_an_inner_edge_is_cut_and_one_at_the_picture_s_edge_is_not() {
    Window window = new Window(new Box(0, 0, 100, 100), SQUARE, 0);

    assertThat(window.cuts(new Box(80, 10, 19.5, 20), 300, 100)).isTrue();
    assertThat(window.cuts(new Box(0, 80, 20, 20), 300, 100)).isFalse();
    assertThat(window.cuts(new Box(80, 10, 10, 20), 300, 100)).isFalse();
  }

  @Test
  void a_turned_window_maps_its_top_to_the_picture_s_right() {
    Window window = new Window(new Box(10, 20, 280, 220), WIDE, 1);

    Point top = window.toImage(10).apply(55, 0);
    Point left = window.toImage(10).apply(0, 70);

    assertThat(window.inputShape()).isEqualTo(new WindowShape(11, 14));
    assertThat(top.x()).isCloseTo(290, within(1e-9));
    assertThat(top.y()).isCloseTo(130, within(1e-9));
    assertThat(left.x()).isCloseTo(150, within(1e-9));
    assertThat(left.y()).isCloseTo(20, within(1e-9));
  }

  private static List<List<Window>> levels(int width, int height, int minFaceSize) {
    return new SearchPlan(width, height, SIGHT).levels(minFaceSize);
  }

  private static boolean shows(Window window, Box face, int width, int height) {
    Box box = window.box();
    boolean inside =
        face.x() >= box.x()
            && face.y() >= box.y()
            && face.right() <= box.right()
            && face.bottom() <= box.bottom();
    return inside
        && face.width() >= SMALLEST_FACE * window.cell()
        && !window.cuts(face, width, height);
  }
}
