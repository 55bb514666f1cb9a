package dev.mien.vision.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Prints what ways to cap, to weigh and to centre cost and gain (docs/adr/0020 and 0022). Each
 * cohort is made of half of the mtfl and utkface sets and judged on the other half of utkface and
 * on the people of the identities set, whom no cohort holds; both halves are pooled. Takes minutes,
 * and some more the first time; run by {@code mvn -pl mien-vision test -Dtest=CohortTrials}.
 */
class CohortTrials {

  private static final String FUSION = "mien-fusion-int8-1";

  /** Components of dlib's part of the fusion; the rest is MobileFaceNet's. */
  private static final int DLIB = 129;

  private static final CohortMaker.Share SHARE = CohortMaker.Share.SHIPPED;

  /**
   * What is tried.
   *
   * @param view of the fused vectors
   * @param maker of the cohort, if there is one
   */
  private record Trial(String name, UnaryOperator<float[]> view, Optional<CohortMaker> maker) {
    static Trial bare(String name, UnaryOperator<float[]> view) {
      return new Trial(name, view, Optional.empty());
    }

    static Trial capped(String name, CohortMaker.Share share, double sharpness, Caps caps) {
      return new Trial(
          name, UnaryOperator.identity(), Optional.of(new CohortMaker(share, caps, sharpness)));
    }
  }

  @Test
  void caps_and_weights() throws Exception {
    FaceVectors mtfl = FaceVectors.of("mtfl");
    FaceVectors utkface = FaceVectors.of("utkface");
    FaceVectors identities = FaceVectors.of("identities");
    List<TrialPairs.Row> rows = new ArrayList<>();
    for (Trial trial : trials(mean(mtfl.vectors().get(FUSION)))) {
      TrialPairs pairs = new TrialPairs();
      for (int half = 0; half < 2; half++) {
        List<CohortMaker.Sample> known =
            new ArrayList<>(CohortMaker.half(samples(trial, mtfl), half));
        List<CohortMaker.Sample> utk = samples(trial, utkface);
        known.addAll(CohortMaker.half(utk, half));
        Optional<Cohort> cohort = trial.maker().map(maker -> maker.cohort(known));
        pairs.addIdentities(identities.rows(), capped(samples(trial, identities), cohort));
        pairs.addGroups(utkface.rows(), capped(CohortMaker.half(utk, 1 - half), cohort));
      }
      rows.add(pairs.row());
      System.out.printf(Locale.ROOT, "%-44s %s%n", trial.name(), rows.getLast());
    }
    assertThat(rows).allSatisfy(row -> assertThat(row.equalErrorRate()).isBetween(0.0, 0.1));
  }

  private static List<Trial> trials(float[] mean) {
    Caps one = new Caps.Same(0.71);
    CohortMaker.Share more = new CohortMaker.Share(48, 24);
    return List.of(
        Trial.bare("no cap", UnaryOperator.identity()),
        Trial.bare("no cap, weight 0.35 for dlib's net", vector -> weighed(vector, 0.35)),
        Trial.bare("no cap, dlib's net alone", vector -> part(vector, 0, DLIB)),
        Trial.bare("no cap, MobileFaceNet alone", vector -> part(vector, DLIB, vector.length)),
        Trial.bare("no cap, centred on the mean", vector -> centred(vector, mean)),
        Trial.capped("one cap 0.71, sharpness 25", new CohortMaker.Share(96, 24), 25, one),
        Trial.capped("one cap 0.71, sharpness 50", SHARE, 50, one),
        Trial.capped("own caps 0.71, sharpness 30", SHARE, 30, own(0.71, 0.71, 0.71)),
        Trial.capped("own caps 0.71, sharpness 50", SHARE, 50, own(0.71, 0.71, 0.71)),
        Trial.capped("own caps 0.76, sharpness 30", SHARE, 30, own(0.76, 0.76, 0.76)),
        Trial.capped("0.71, children 0.67", SHARE, 30, own(0.71, 0.71, 0.67)),
        Trial.capped("0.71, children 0.62", SHARE, 30, own(0.71, 0.71, 0.62)),
        Trial.capped("0.71, children 0.58", SHARE, 30, own(0.71, 0.71, 0.58)),
        Trial.capped("0.71, children 0.62, 24 centres", more, 30, own(0.71, 0.71, 0.62)),
        Trial.capped("0.71, groups 0.68, children 0.58", SHARE, 30, own(0.71, 0.68, 0.58)),
        Trial.capped("0.75, groups 0.69, children 0.58", SHARE, 30, own(0.75, 0.69, 0.58)),
        Trial.capped("0.77, groups 0.68, children 0.50", SHARE, 30, own(0.77, 0.68, 0.50)),
        Trial.capped("0.79, groups 0.67, children 0.50", SHARE, 30, own(0.79, 0.67, 0.50)),
        Trial.capped(
            "0.77, groups 0.68, children 0.50, sharpness 40", SHARE, 40, own(0.77, 0.68, 0.50)));
  }

  private static Caps own(double others, double confusedGroups, double children) {
    return new Caps.Own(new Caps.Similarities(others, confusedGroups, children), 3);
  }

  private static List<CohortMaker.Sample> samples(Trial trial, FaceVectors set) {
    return CohortMaker.samples(set.rows(), set.vectors().get(FUSION)).stream()
        .map(
            sample ->
                new CohortMaker.Sample(
                    sample.row(), trial.view().apply(sample.vector().clone()), sample.people()))
        .toList();
  }

  private static List<CohortMaker.Sample> capped(
      List<CohortMaker.Sample> samples, Optional<Cohort> cohort) {
    if (cohort.isEmpty()) {
      return samples;
    }
    return samples.stream()
        .map(
            sample ->
                new CohortMaker.Sample(
                    sample.row(), cohort.get().limit(sample.vector().clone()), sample.people()))
        .toList();
  }

  private static float[] part(float[] vector, int from, int to) {
    return Vectors.normalise(Arrays.copyOfRange(vector, from, to));
  }

  /** The fusion with another weight for dlib's net. */
  private static float[] weighed(float[] vector, double weight) {
    float[] dlib = part(vector, 0, DLIB);
    float[] other = part(vector, DLIB, vector.length);
    for (int i = 0; i < vector.length; i++) {
      vector[i] =
          i < DLIB
              ? (float) (Math.sqrt(weight) * dlib[i])
              : (float) (Math.sqrt(1 - weight) * other[i - DLIB]);
    }
    return vector;
  }

  private static float[] centred(float[] vector, float[] mean) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] -= mean[i];
    }
    return Vectors.normalise(vector);
  }

  private static float[] mean(List<float[]> vectors) {
    List<float[]> found = vectors.stream().filter(vector -> vector.length > 0).toList();
    float[] mean = new float[found.getFirst().length];
    for (float[] vector : found) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i] / found.size();
      }
    }
    return mean;
  }
}
