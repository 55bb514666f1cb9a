package dev.mien.evaluate.calibrate;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Embedded faces of one origin; only pairs within a set are compared.
 *
 * @param name for reports
 * @param samples one a picture
 */
public record FaceSet(String name, List<Sample> samples) {

  /** Copies the list. */
  public FaceSet {
    samples = List.copyOf(samples);
  }

  /** The samples of some people. */
  FaceSet of(Predicate<String> person) {
    return new FaceSet(
        name, samples.stream().filter(sample -> person.test(sample.person())).toList());
  }

  /**
   * A face.
   *
   * @param person two samples are impostors of each other when this differs
   * @param slices the groups of people that it counts for, such as "women" or "over 60"
   * @param reported further such groups, which are only looked at: the table does not follow them
   * @param vector a unit vector; kept, not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and copied by nobody
  public record Sample(String person, Set<String> slices, Set<String> reported, float[] vector) {

    /** Copies the sets. */
    public Sample {
      slices = Set.copyOf(slices);
      reported = Set.copyOf(reported);
    }

    double similarity(Sample other) {
      double sum = 0;
      for (int i = 0; i < vector.length; i++) {
        sum += (double) vector[i] * other.vector[i];
      }
      return sum;
    }
  }
}
