package dev.mien.evaluate.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SvgTextTest {

  @TempDir Path folder;

  @Test
  void the_pieces_of_a_curve_become_one_element() {
    String svg =
        """
        <g>
          <line style="a" x1="0" x2="1.23456" y1="5" y2="6"/>
          <line style="a" x1="1.23456" x2="3" y1="6" y2="7"/>
          <line style="a" x1="4" x2="5" y1="7" y2="7"/>
          <line style="b" x1="5" x2="6" y1="7" y2="7"/>
        </g>
        """;

    assertThat(SvgText.compact(svg))
        .isEqualTo(
            """
            <g>
            <polyline style="a" points="0,5 1.2,6 3,7"/>
            <polyline style="a" points="4,7 5,7"/>
            <polyline style="b" points="5,7 6,7"/>
            </g>
            """);
  }

  @Test
  void a_curve_of_many_points_makes_a_small_file() throws Exception {
    int points = 20_000;
    double[] x = new double[points];
    double[] y = new double[points];
    for (int i = 0; i < points; i++) {
      x[i] = (double) i / points;
      y[i] = x[i] * x[i];
    }

    Plot.curves(
        folder,
        "many",
        "A curve of many points",
        Axis.linear("x", 0, 1),
        Axis.linear("y", 0, 1),
        Plot.Style.LINE,
        List.of(new Curve("one", x, y), new Curve("other", y, x)));

    assertThat(Files.size(folder.resolve("many.svg"))).isLessThan(80_000);
    assertThat(folder.resolve("many.png")).isNotEmptyFile();
  }

  @Test
  void a_thinned_curve_keeps_its_ends() {
    Curve curve = new Curve("c", new double[] {0, 1, 2, 3, 4}, new double[] {5, 6, 7, 8, 9});

    Curve thinned = curve.thinned(3);

    assertThat(thinned.x()).containsExactly(0, 2, 4);
    assertThat(thinned.y()).containsExactly(5, 7, 9);
    assertThat(curve.thinned(5)).isSameAs(curve);
  }
}
