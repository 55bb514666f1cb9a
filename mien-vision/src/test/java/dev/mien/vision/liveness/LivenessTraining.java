package dev.mien.vision.liveness;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.SharedFaces;
import dev.mien.vision.TestEngine;
import dev.mien.vision.image.Image;
import dev.mien.vision.model.ModelPack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Learns {@link LivenessChance}'s weights from faces of other labelled sets as live ones and from
 * {@link Attack}s made of these, and says how they judge the liveness set, no picture of which is
 * ever trained on. The threshold leaves a share of the live faces below it, each judged by weights
 * that have not seen the person.
 */
public final class LivenessTraining {

  private static final int STEPS = 4000;
  private static final double RATE = 0.5;

  /** Penalty on the weights of standardised cues. */
  private static final double DECAY = 0.03;

  /** Of the live faces, this share is taken for attacks. */
  private static final double LIVE_REFUSED = 0.05;

  private static final int FOLDS = 5;

  /** Smaller ones than {@link LivenessDetector#MIN_FACE_SIZE}, to have more of them. */
  private static final int SMALLEST_FACE = 75;

  /** Larger pictures are reduced to so many pixels a side. */
  private static final int LARGEST_PICTURE = 400;

  /** Made of each face. */
  private static final List<Attack> MADE = List.of(Attack.LIVE, Attack.SCREEN, Attack.PRINT);

  /** Made live faces are half made up, and replays the likelier attack. */
  private static final Map<Attack, Double> WEIGHTS = Map.of(Attack.LIVE, 0.5, Attack.PRINT, 0.5);

  private static final Map<String, Double> SHARES =
      Map.of("identities", 0.1, "attributes", 0.3, "mtfl", 0.06);

  /**
   * A face.
   *
   * @param kind what it was made of, or what the label says
   * @param person all that must be left out together
   * @param weight in the training; none for what is only judged
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  record Seen(String kind, boolean live, String person, double weight, double[] cues) {
    int fold() {
      return Math.floorMod(person.hashCode() * 31, FOLDS);
    }

    /** What {@link LivenessChance} adds up, but for the offset. */
    double logOdds(double[] weights) {
      double sum = LivenessChance.NET_WEIGHT * (cues[0] + cues[1]);
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * cues[LivenessNet.COUNT + i];
      }
      return sum;
    }
  }

  private LivenessTraining() {}

  /** Trains and prints. */
  public static void main(String[] arguments) throws Exception {
    try (LivenessDetector detector = LivenessDetector.open(ModelPack.bundled(), 1).orElseThrow()) {
      List<Seen> known = others(detector);
      double[] outOfFold = new double[known.size()];
      for (int fold = 0; fold < FOLDS; fold++) {
        int left = fold;
        double[] weights = fit(known.stream().filter(seen -> seen.fold() != left).toList());
        for (int i = 0; i < outOfFold.length; i++) {
          if (known.get(i).fold() == fold) {
            outOfFold[i] = known.get(i).logOdds(weights);
          }
        }
      }
      double threshold = threshold(known, outOfFold);
      for (String kind : known.stream().map(Seen::kind).distinct().sorted().toList()) {
        report(kind, known, outOfFold, threshold, seen -> seen.kind().equals(kind));
      }
      double[] weights = fit(known);
      List<Seen> real = labelled(detector);
      double[] judged = real.stream().mapToDouble(seen -> seen.logOdds(weights)).toArray();
      for (String kind : real.stream().map(Seen::kind).distinct().sorted().toList()) {
        report(kind, real, judged, threshold, seen -> seen.kind().equals(kind));
      }
      System.out.println("offset " + -threshold + ", weights " + Arrays.toString(weights));
    }
  }

  private static double threshold(List<Seen> seen, double[] logOdds) {
    double[] live = new double[seen.size()];
    int count = 0;
    for (int i = 0; i < logOdds.length; i++) {
      if (isUntouched(seen.get(i))) {
        live[count++] = logOdds[i];
      }
    }
    Arrays.sort(live, 0, count);
    return live[(int) (LIVE_REFUSED * count)];
  }

  private static boolean isUntouched(Seen seen) {
    return seen.live() && !seen.kind().startsWith("made");
  }

  /** Logistic regression on standardised cues of the picture; both classes weigh alike. */
  private static double[] fit(List<Seen> seen) {
    int count = PictureCues.COUNT;
    double[] mean = new double[count];
    double[] deviation = new double[count];
    for (int i = 0; i < count; i++) {
      int cue = LivenessNet.COUNT + i;
      mean[i] = seen.stream().mapToDouble(s -> s.cues()[cue]).average().orElseThrow();
      double about = mean[i];
      deviation[i] =
          Math.sqrt(
              seen.stream()
                  .mapToDouble(s -> (s.cues()[cue] - about) * (s.cues()[cue] - about))
                  .average()
                  .orElseThrow());
    }
    double live = seen.stream().filter(Seen::live).mapToDouble(Seen::weight).sum();
    double attacks = seen.stream().filter(s -> !s.live()).mapToDouble(Seen::weight).sum();
    double[] weights = new double[count];
    double offset = 0;
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[count];
      double offsetGradient = 0;
      for (Seen s : seen) {
        double logOdds = offset;
        for (int i = 0; i < count; i++) {
          logOdds += weights[i] * (s.cues()[LivenessNet.COUNT + i] - mean[i]) / deviation[i];
        }
        double error = 1 / (1 + Math.exp(-logOdds)) - (s.live() ? 1 : 0);
        error *= s.weight() / (2 * (s.live() ? live : attacks));
        offsetGradient += error;
        for (int i = 0; i < count; i++) {
          gradient[i] += error * (s.cues()[LivenessNet.COUNT + i] - mean[i]) / deviation[i];
        }
      }
      offset -= RATE * offsetGradient;
      for (int i = 0; i < count; i++) {
        weights[i] -= RATE * (gradient[i] + DECAY * weights[i]);
      }
    }
    for (int i = 0; i < count; i++) {
      weights[i] /= deviation[i];
    }
    return weights;
  }

  private static void report(
      String kind, List<Seen> seen, double[] logOdds, double threshold, Predicate<Seen> which) {
    int count = 0;
    int live = 0;
    for (int i = 0; i < logOdds.length; i++) {
      if (which.test(seen.get(i))) {
        count++;
        live += logOdds[i] >= threshold ? 1 : 0;
      }
    }
    System.out.printf(
        Locale.ROOT, "%-28s n %4d, taken for live %5.1f %%%n", kind, count, 100.0 * live / count);
  }

  private static List<Seen> labelled(LivenessDetector detector) throws Exception {
    Path folder = SharedFaces.folder("liveness");
    List<Seen> seen = new ArrayList<>();
    for (Map<String, String> row : SharedFaces.rows(folder.resolve("labels.csv"))) {
      Image picture = TestEngine.image(folder.resolve(row.get("path")));
      boolean live = row.get("live").equals("1");
      String kind = row.get("subject_set") + " " + (live ? "live" : row.get("attack"));
      for (Face face : TestEngine.shared().detect(picture, DetectOptions.LARGEST)) {
        seen.add(new Seen(kind, live, kind, 0, detector.cues(picture, face)));
      }
    }
    return seen;
  }

  private static List<Seen> others(LivenessDetector detector) throws Exception {
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, Double> set : SHARES.entrySet()) {
      Path folder = SharedFaces.folder(set.getKey());
      for (Map<String, String> row : SharedFaces.rows(folder.resolve("labels.csv"))) {
        if (Math.floorMod(row.get("path").hashCode() * 31, 1000) < 1000 * set.getValue()) {
          files.add(folder.resolve(row.get("path")));
        }
      }
    }
    return files.stream()
        .sorted()
        .parallel()
        .map(file -> liveAndAttacks(file, detector))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Seen> liveAndAttacks(Path file, LivenessDetector detector) {
    boolean known = file.toString().contains("identities");
    String person = (known ? file.getParent() : file.getFileName()).getFileName().toString();
    String set = known ? "identities" : file.getParent().getParent().getFileName().toString();
    Random random = new Random(file.getFileName().toString().hashCode());
    List<Seen> seen = new ArrayList<>();
    try {
      Image picture = TestEngine.image(file).atMost(LARGEST_PICTURE);
      for (Face face : TestEngine.shared().detect(picture, DetectOptions.LARGEST)) {
        double size = Math.min(face.box().width(), face.box().height());
        if (size >= SMALLEST_FACE) {
          seen.add(new Seen(set + " live", true, person, 1, detector.cues(picture, face)));
          for (Attack attack : MADE) {
            String kind = "made " + attack.name().toLowerCase(Locale.ROOT);
            boolean live = attack == Attack.LIVE;
            Image made = attack.of(picture, size, random);
            seen.add(
                new Seen(
                    kind,
                    live,
                    person,
                    WEIGHTS.getOrDefault(attack, 1.0),
                    detector.cues(made, face)));
          }
        }
      }
      return seen;
    } catch (Exception e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }
}
