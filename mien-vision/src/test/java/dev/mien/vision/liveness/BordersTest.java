package dev.mien.vision.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.Face;
import dev.mien.vision.geometry.Box;
import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.Landmarks;
import dev.mien.vision.landmark.Pose;
import org.junit.jupiter.api.Test;

class BordersTest {

  private static final int SIDE = 300;

  /** In the middle of the picture. */
  private static final Face FACE =
      new Face(
          new Box(100, 100, 100, 100),
          1,
          Landmarks.of(new float[3 * Landmarks.MESH_POINTS]),
          new Pose(0, 0, 0));

  @Test
  void the_rim_of_a_screen_beside_the_face_is_a_step() {
    assertThat(Borders.of(picture(60, 240), FACE)).isGreaterThan(5);
  }

  @Test
  void an_even_wall_has_none() {
    assertThat(Borders.of(picture(0, SIDE), FACE)).isZero();
  }

  @Test
  void a_rim_across_the_face_is_not_beside_it() {
    assertThat(Borders.of(picture(130, 170), FACE)).isLessThan(Borders.of(picture(60, 240), FACE));
  }

  /** Light from one column and row to another, and dark around. */
  private static Image picture(int from, int to) {
    byte[] rgb = new byte[3 * SIDE * SIDE];
    for (int i = 0; i < rgb.length; i++) {
      int x = i / 3 % SIDE;
      int y = i / 3 / SIDE;
      boolean inside = Math.min(x, y) >= from && Math.max(x, y) < to;
      rgb[i] = (byte) (inside ? 180 : 40);
    }
    return Image.of(SIDE, SIDE, rgb);
  }
}
