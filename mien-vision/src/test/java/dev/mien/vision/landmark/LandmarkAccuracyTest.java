package dev.mien.vision.landmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LandmarkAccuracyTest {

  @Test
  void the_68_points_lie_where_people_set_them() throws Exception {
    HandLabelledFaces faces = HandLabelledFaces.read();
    double mesh = faces.meanError(pair -> pair.face().mesh().ibug68());
    double handSet = faces.meanError(pair -> pair.face().ibug68());

    System.out.printf(
        "landmarks: %d of %d faces, mean error %.4f of the eyes' distance; moved %.4f%n",
        faces.found().size(), faces.labelled(), mesh, handSet);
    assertThat(faces.found().size()).isGreaterThanOrEqualTo(40);
    assertThat(mesh).isLessThan(0.06);
    assertThat(handSet).isLessThan(0.044);
  }
}
