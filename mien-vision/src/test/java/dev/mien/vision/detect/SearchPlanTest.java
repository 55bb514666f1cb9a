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

  /** A detector that finds faces from a sixteenth of its window's side on. */
  private static final double SHARE = 1 / 16.0;

  @Test
  void a_small_picture_is_searched_through_one_window() {
    List<List<Window>> levels = SearchPlan.levels(500, 400, 34, SHARE);

    assertThat(levels).hasSize(1);
    assertThat(levels.getFirst()).containsExactly(new Window(new Box(0, -50, 500, 500), 0));
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
    List<List<Window>> levels = SearchPlan.levels(width, height, minSize, SHARE);
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
    long windows = SearchPlan.levels(4000, 3000, 0, SHARE).stream().mapToLong(List::size).sum();

    assertThat(windows).isLessThan(500);
  }

  @Test
  void coarse_levels_come_first() {
    List<List<Window>> levels = SearchPlan.levels(4000, 3000, 34, SHARE);

    assertThat(levels).hasSize(3);
    assertThat(levels.stream().map(level -> level.getFirst().square().width()).toList())
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void a_box_at_an_inner_edge_is_cut_and_one_at_the_picture_s_edge_is_not() {
    Window window = new Window(new Box(0, 0, 100, 100), 0);

    assertThat(window.cuts(new Box(80, 10, 19.5, 20), 300, 100)).isTrue();
    assertThat(window.cuts(new Box(0, 80, 20, 20), 300, 100)).isFalse();
    assertThat(window.cuts(new Box(80, 10, 10, 20), 300, 100)).isFalse();
  }

  @Test
  void a_turned_window_maps_its_top_to_the_picture_s_right() {
    Window window = new Window(new Box(10, 20, 200, 200), 1);

    Point top = window.toImage(100).apply(50, 0);

    assertThat(top.x()).isCloseTo(210, within(1e-9));
    assertThat(top.y()).isCloseTo(120, within(1e-9));
  }

  private static boolean shows(Window window, Box face, int width, int height) {
    Box square = window.square();
    boolean inside =
        face.x() >= square.x()
            && face.y() >= square.y()
            && face.right() <= square.right()
            && face.bottom() <= square.bottom();
    return inside && face.width() >= SHARE * square.width() && !window.cuts(face, width, height);
  }
}
