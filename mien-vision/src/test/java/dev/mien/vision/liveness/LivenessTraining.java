package dev.mien.vision.liveness;

import dev.mien.vision.liveness.LivenessChance.Weighed;
import dev.mien.vision.liveness.LivenessFaces.Seen;
import dev.mien.vision.model.ModelPack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Learns {@link LivenessChance}'s weights from faces of other labelled sets and from {@link
 * Recapture}s made of these, and says how they judge recaptures that {@link Attack} makes in
 * another way and the liveness set, none of which is ever trained on. What is not of the liveness
 * set is judged by weights that have not seen the person; the threshold leaves a share of the
 * untouched live faces below it.
 *
 * <p>Argument: a file that keeps the cues; looking for them takes some ten minutes of two
 * processors.
 */
public final class LivenessTraining {

  private static final int STEPS = 4000;
  private static final double RATE = 0.5;

  /** Penalty on the weights of standardised cues. */
  private static final double DECAY = 0.05;

  /** Of the untouched live faces, this share is taken for attacks. */
  private static final double LIVE_REFUSED = 0.1;

  /** Of a live face that was photographed anew by a made camera; untouched ones and attacks: 1. */
  private static final double MADE_LIVE_WEIGHT = 0.5;

  /** Keeps deviations from 0. */
  private static final double LEAST_DEVIATION = 1e-3;

  private static final int FOLDS = 5;

  /** The cues of {@link PictureCues#of} that are tried without. */
  private enum Group {
    NONE(0, 0),
    SKIN(0, SkinColour.COUNT),
    DETAIL(SkinColour.COUNT, 1),
    COLOURS(SkinColour.COUNT + 1, ColourCues.COUNT),
    MOIRE(PictureCues.COUNT - 2, 1),
    BORDERS(PictureCues.COUNT - 1, 1);

    private final int first;
    private final int count;

    Group(int first, int count) {
      this.first = first;
      this.count = count;
    }

    boolean holds(int cue) {
      return cue >= first && cue < first + count;
    }
  }

  private LivenessTraining() {}

  /** Trains and prints. */
  public static void main(String[] arguments) throws Exception {
    try (LivenessDetector detector = LivenessDetector.open(ModelPack.bundled(), 1).orElseThrow()) {
      List<Seen> seen = new LivenessFaces(detector).seen(Path.of(arguments[0]));
      List<Seen> training = seen.stream().filter(Seen::isForTraining).toList();
      for (Group left : Group.values()) {
        double[] judged = judgedUnseen(seen, training, left);
        double threshold = threshold(seen, judged);
        System.out.println("Without " + left);
        report(seen, judged, threshold);
        if (left == Group.NONE) {
          System.out.println("offset " + -threshold);
          fit(training, left).forEach(System.out::println);
        }
      }
    }
  }

  /** What weights say of each face that were fitted without its person. */
  private static double[] judgedUnseen(List<Seen> seen, List<Seen> training, Group without) {
    List<List<Weighed>> byFold = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      byFold.add(fit(training.stream().filter(face -> fold(face) != left).toList(), without));
    }
    List<Weighed> ofAll = fit(training, without);
    return seen.stream()
        .mapToDouble(
            face ->
                LivenessChance.logOdds(face.cues(), face.isReal() ? ofAll : byFold.get(fold(face))))
        .toArray();
  }

  private static int fold(Seen face) {
    return Math.floorMod(face.person().hashCode() * 31, FOLDS);
  }

  private static double threshold(List<Seen> seen, double[] judged) {
    double[] live = new double[seen.size()];
    int count = 0;
    for (int i = 0; i < judged.length; i++) {
      if (seen.get(i).isUntouched()) {
        live[count++] = judged[i];
      }
    }
    Arrays.sort(live, 0, count);
    return live[(int) (LIVE_REFUSED * count)];
  }

  /** Logistic regression on standardised cues of the picture; both classes weigh alike. */
  private static List<Weighed> fit(List<Seen> seen, Group without) {
    int count = PictureCues.COUNT;
    List<Weighed> units = units(seen);
    double[][] cues = new double[seen.size()][count];
    double[] share = new double[seen.size()];
    double live = seen.stream().filter(Seen::live).mapToDouble(LivenessTraining::weight).sum();
    double attacks = seen.stream().filter(face -> !face.live()).count();
    for (int face = 0; face < cues.length; face++) {
      Seen one = seen.get(face);
      for (int i = 0; i < count; i++) {
        double cue = one.cues()[LivenessNet.COUNT + i];
        cues[face][i] = without.holds(i) ? 0 : units.get(i).logOdds(cue);
      }
      share[face] = weight(one) / (2 * (one.live() ? live : attacks));
    }
    double[] weights = new double[count];
    double offset = 0;
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[count];
      double offsetGradient = 0;
      for (int face = 0; face < cues.length; face++) {
        double logOdds = offset;
        for (int i = 0; i < count; i++) {
          logOdds += weights[i] * cues[face][i];
        }
        double wanted = seen.get(face).live() ? 1 : 0;
        double error = share[face] * (1 / (1 + Math.exp(-logOdds)) - wanted);
        offsetGradient += error;
        for (int i = 0; i < count; i++) {
          gradient[i] += error * cues[face][i];
        }
      }
      offset -= RATE * offsetGradient;
      for (int i = 0; i < count; i++) {
        weights[i] -= RATE * (gradient[i] + DECAY * weights[i]);
      }
    }
    List<Weighed> weighed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      weighed.add(new Weighed(units.get(i).mean(), units.get(i).deviation(), weights[i]));
    }
    return weighed;
  }

  private static double weight(Seen face) {
    return face.live() && !face.isUntouched() ? MADE_LIVE_WEIGHT : 1;
  }

  /** The mean and the deviation of each cue, with a weight of 1. */
  private static List<Weighed> units(List<Seen> seen) {
    List<Weighed> units = new ArrayList<>();
    for (int i = 0; i < PictureCues.COUNT; i++) {
      int cue = LivenessNet.COUNT + i;
      double mean = seen.stream().mapToDouble(face -> face.cues()[cue]).average().orElseThrow();
      double variance =
          seen.stream()
              .mapToDouble(face -> (face.cues()[cue] - mean) * (face.cues()[cue] - mean))
              .average()
              .orElseThrow();
      units.add(new Weighed(mean, Math.sqrt(variance) + LEAST_DEVIATION, 1));
    }
    return units;
  }

  private static void report(List<Seen> seen, double[] judged, double threshold) {
    for (String kind : seen.stream().map(Seen::kind).distinct().sorted().toList()) {
      int count = 0;
      int live = 0;
      for (int i = 0; i < judged.length; i++) {
        if (seen.get(i).kind().equals(kind)) {
          count++;
          live += judged[i] >= threshold ? 1 : 0;
        }
      }
      System.out.printf(
          Locale.ROOT, "%-28s n %4d, taken for live %5.1f %%%n", kind, count, 100.0 * live / count);
    }
  }
}
