package dev.mien.vision.embed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How the caps of a cohort's centres are found. */
sealed interface Caps {

  /**
   * The centres with their caps.
   *
   * @param people different ones
   */
  Cohort cohort(List<float[]> centres, List<CohortMaker.Sample> people, double sharpness);

  /** One cap for all centres. */
  record Same(double cap) implements Caps {
    @Override
    public Cohort cohort(List<float[]> centres, List<CohortMaker.Sample> people, double sharpness) {
      double[] caps = new double[centres.size()];
      Arrays.fill(caps, cap);
      return new Cohort(centres.toArray(float[][]::new), caps, sharpness);
    }
  }

  /**
   * The similarity that strangers around a centre are to reach hardly ever, by who they are. It is
   * lower for those whom the nets confuse, so that all groups come out alike.
   */
  record Similarities(double others, double confusedGroups, double children) {
    double of(People people) {
      return switch (people) {
        case CHILDREN -> children;
        case CONFUSED_GROUPS -> confusedGroups;
        case OTHERS -> others;
      };
    }
  }

  /**
   * For each centre a cap such that strangers around it reach a similarity hardly ever.
   *
   * <p>Two vectors that are both at the cap k, of one centre and with the parts u and v beside it,
   * have the inner product k^2 + (1 - k^2) u.v. With q a high value of u.v among the strangers
   * around the centre, their mean and some standard deviations, k^2 = (t - q) / (1 - q) puts it at
   * t, the mean over them of what each is to reach.
   *
   * @param similarities between -1 and 1
   * @param deviations from the mean of u.v to q
   */
  record Own(Similarities similarities, double deviations) implements Caps {

    /** One in so many faces is around a centre: of 1,900, thirty with 435 pairs. */
    private static final int PEOPLE_TO_NEIGHBOUR = 63;

    /** Below, next to nothing is left of what a face shares; above, nothing is capped. */
    private static final double LEAST = 0.3;

    private static final double MOST = 0.95;

    @Override
    public Cohort cohort(List<float[]> centres, List<CohortMaker.Sample> people, double sharpness) {
      float[][] directions = centres.toArray(float[][]::new);
      double[] caps = new double[directions.length];
      Cohort weighing = new Cohort(directions, caps, sharpness);
      List<double[]> weights = new ArrayList<>();
      List<float[]> beside = new ArrayList<>();
      for (CohortMaker.Sample person : people) {
        weights.add(weighing.weights(person.vector()));
        beside.add(beside(person.vector(), weighing.surroundings(person.vector())));
      }
      for (int k = 0; k < caps.length; k++) {
        int[] around = around(k, weights);
        double high = high(Arrays.stream(around).mapToObj(beside::get).toList());
        double similarity =
            Arrays.stream(around)
                .mapToDouble(i -> similarities.of(people.get(i).people()))
                .average()
                .orElseThrow();
        double squared = (similarity - high) / (1 - high);
        caps[k] = Math.sqrt(Math.clamp(squared, LEAST * LEAST, MOST * MOST));
      }
      return new Cohort(directions, caps, sharpness);
    }

    /** Those for whom a centre counts most. */
    private static int[] around(int centre, List<double[]> weights) {
      return IntStream.range(0, weights.size())
          .boxed()
          .sorted(Comparator.comparingDouble(i -> -weights.get(i)[centre]))
          .limit(Math.max(2, weights.size() / PEOPLE_TO_NEIGHBOUR))
          .mapToInt(i -> i)
          .toArray();
    }

    /** The unit vector u. */
    private static float[] beside(float[] vector, Cohort.Surroundings around) {
      float[] beside = new float[vector.length];
      for (int i = 0; i < beside.length; i++) {
        beside[i] = (float) (vector[i] - around.along() * around.direction()[i]);
      }
      return Vectors.normalise(beside);
    }

    /** q of all pairs. */
    private double high(List<float[]> vectors) {
      double sum = 0;
      double squares = 0;
      int pairs = 0;
      for (int i = 0; i < vectors.size(); i++) {
        for (int j = 0; j < i; j++) {
          double product = Clusters.dot(vectors.get(i), vectors.get(j));
          sum += product;
          squares += product * product;
          pairs++;
        }
      }
      double mean = sum / pairs;
      return mean + deviations * Math.sqrt(Math.max(0, squares / pairs - mean * mean));
    }
  }
}
