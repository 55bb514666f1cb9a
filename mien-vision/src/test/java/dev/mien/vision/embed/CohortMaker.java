package dev.mien.vision.embed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes a cohort of faces.
 *
 * @param share how many centres
 * @param caps how each centre's cap is found
 * @param sharpness of the softmax
 */
record CohortMaker(Share share, Caps caps, double sharpness) {

  private static final long SEED = 20;

  /**
   * How many centres there are, however many faces.
   *
   * @param all of all faces
   * @param children of children besides
   */
  record Share(int all, int children) {
    /** More describe single people and less what many share, and take from all faces. */
    static final Share SHIPPED = new Share(48, 12);
  }

  /**
   * A face.
   *
   * @param row of the label file, from 0
   * @param vector before the cap
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Sample(int row, float[] vector, People people) {}

  /** The faces of a set that were found. */
  static List<Sample> samples(List<Map<String, String>> rows, List<float[]> vectors) {
    List<Sample> samples = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      if (vectors.get(row).length > 0) {
        samples.add(new Sample(row, vectors.get(row), People.of(rows.get(row))));
      }
    }
    return samples;
  }

  /** Those of the even rows, 0, or of the odd ones, 1. */
  static List<Sample> half(List<Sample> samples, int half) {
    return samples.stream().filter(sample -> sample.row() % 2 == half).toList();
  }

  Cohort cohort(List<Sample> samples) {
    List<float[]> all = samples.stream().map(Sample::vector).toList();
    List<float[]> children =
        samples.stream()
            .filter(sample -> sample.people() == People.CHILDREN)
            .map(Sample::vector)
            .toList();
    List<float[]> centres = new ArrayList<>(Clusters.centres(all, share.all, SEED));
    centres.addAll(Clusters.centres(children, share.children, SEED));
    return caps.cohort(centres, samples, sharpness);
  }
}
