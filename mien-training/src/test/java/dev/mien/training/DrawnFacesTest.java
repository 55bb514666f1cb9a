package dev.mien.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.geometry.Point;
import dev.mien.vision.image.Image;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DrawnFacesTest {

  @Test
  void a_polygon_covers_what_is_inside_and_nothing_else() {
    Canvas canvas = new Canvas(Image.of(20, 20, new byte[3 * 20 * 20]));

    canvas.fill(
        List.of(new Point(5, 5), new Point(15, 5), new Point(15, 15), new Point(5, 15)),
        0xc8c8c8,
        1,
        new Random(1));

    Image drawn = canvas.image();
    assertThat(drawn.rgb(10, 10) & 0xff).isGreaterThan(150);
    assertThat(drawn.rgb(4, 10)).isZero();
    assertThat(drawn.rgb(10, 15)).isZero();
  }

  @Test
  void a_view_is_labelled_with_what_was_drawn() {
    View chin = new View(DrawnFaces.SET, "images/a.jpg#chin", false, new float[0]);
    View sun = new View(DrawnFaces.SET, "images/a.jpg#sun", false, new float[0]);
    View other = new View("mtfl", "images/a.jpg", false, new float[0]);

    assertThat(DrawnFaces.mask(chin)).contains(2.0);
    assertThat(DrawnFaces.sunglasses(chin)).isEmpty();
    assertThat(DrawnFaces.sunglasses(sun)).contains(2.0);
    assertThat(DrawnFaces.mask(sun)).isEmpty();
    assertThat(DrawnFaces.mask(other)).isEmpty();
  }
}
