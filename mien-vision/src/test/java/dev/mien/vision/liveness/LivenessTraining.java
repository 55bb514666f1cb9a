package dev.mien.vision.liveness;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.SharedFaces;
import dev.mien.vision.TestEngine;
import dev.mien.vision.image.Image;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.quality.Degradations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Learns {@link LivenessDetector}'s judgement from the liveness set, from other labelled faces as
 * live ones, and from {@link Attack}s made of these. The figures are of folds: for each subject set
 * of the liveness set a net that has not seen it; for the others a fifth that was held out.
 */
public final class LivenessTraining {

  private static final int STEPS = 20000;
  private static final double RATE = 0.3;
  private static final double DECAY = 0.003;

  /** Real attacks are few: each, and each live face, counts as often as so many made ones. */
  private static final int REAL_WEIGHT = 4;

  private static final int FOLDS = 5;

  /**
   * A face.
   *
   * @param attack empty for a live one
   * @param fold what is left out together
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  record Seen(String attack, String fold, boolean real, int size, double[] cues) {}

  private LivenessTraining() {}

  /** Trains and prints; the system property {@code share} takes a part of the other faces. */
  public static void main(String[] arguments) throws Exception {
    List<Seen> seen = collect();
    for (String fold : seen.stream().map(Seen::fold).distinct().sorted().toList()) {
      double[] weights = fit(seen.stream().filter(s -> !s.fold().equals(fold)).toList());
      report(fold, weights, seen.stream().filter(s -> s.fold().equals(fold)).toList());
    }
    double[] all = fit(seen);
    report("seen", all, seen);
    System.out.println("offset and weights: " + Arrays.toString(all));
  }

  /** Logistic regression with a penalty on the weights, by gradient steps; the offset first. */
  private static double[] fit(List<Seen> seen) {
    int count = LivenessNet.COUNT + PictureCues.COUNT;
    double[] weights = new double[count + 1];
    double total = seen.stream().mapToDouble(LivenessTraining::weight).sum();
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[weights.length];
      for (Seen s : seen) {
        double error = weight(s) * (chance(s.cues(), weights) - (s.attack().isEmpty() ? 1 : 0));
        gradient[0] += error;
        for (int i = 0; i < count; i++) {
          gradient[i + 1] += error * s.cues()[i];
        }
      }
      for (int i = 0; i < weights.length; i++) {
        double decay = i == 0 ? 0 : DECAY * weights[i];
        weights[i] -= RATE * (gradient[i] / total + decay);
      }
    }
    return weights;
  }

  private static double weight(Seen seen) {
    return seen.real() || seen.attack().isEmpty() ? REAL_WEIGHT : 1;
  }

  private static double chance(double[] cues, double[] weights) {
    double logOdds = weights[0];
    for (int i = 0; i < cues.length; i++) {
      logOdds += weights[i + 1] * cues[i];
    }
    return 1 / (1 + Math.exp(-logOdds));
  }

  private static void report(String fold, double[] weights, List<Seen> seen) {
    for (String attack : seen.stream().map(Seen::attack).distinct().sorted().toList()) {
      double[] scores =
          seen.stream()
              .filter(s -> s.attack().equals(attack))
              .mapToDouble(s -> Liveness.ofProbability(chance(s.cues(), weights)).score())
              .sorted()
              .toArray();
      long live = Arrays.stream(scores).filter(score -> score >= Liveness.LIVE_FROM).count();
      System.out.printf(
          Locale.ROOT,
          "%-12s %-18s n %4d, taken for live %4d, median score %.0f, 10 %% %.0f, 90 %% %.0f%n",
          fold,
          attack.isEmpty() ? "(live)" : attack,
          scores.length,
          live,
          scores[scores.length / 2],
          scores[scores.length / 10],
          scores[scores.length * 9 / 10]);
    }
  }

  static List<Seen> collect() throws Exception {
    Path folder = SharedFaces.folder("liveness");
    LivenessDetector detector = LivenessDetector.open(pack(), 1).orElseThrow();
    List<Seen> seen = new ArrayList<>();
    for (Map<String, String> row : SharedFaces.rows(folder.resolve("labels.csv"))) {
      Image picture = TestEngine.image(folder.resolve(row.get("path")));
      String attack = row.get("live").equals("1") ? "" : row.get("attack");
      add(seen, detector, picture, attack, row.get("subject_set"), true);
    }
    List<Path> others = new ArrayList<>();
    for (String set : List.of("identities", "attributes")) {
      Path other = SharedFaces.folder(set);
      for (Map<String, String> row : SharedFaces.rows(other.resolve("labels.csv"))) {
        others.add(other.resolve(row.get("path")));
      }
    }
    double share = Double.parseDouble(System.getProperty("share", "0.06"));
    seen.addAll(
        others.stream()
            .filter(file -> Math.floorMod(file.toString().hashCode() * 31, 1000) < 1000 * share)
            .parallel()
            .map(file -> liveAndAttacks(file, detector))
            .flatMap(List::stream)
            .toList());
    detector.close();
    return seen;
  }

  private static ModelPack pack() throws Exception {
    String folder = System.getProperty("pack");
    return folder == null ? ModelPack.bundled() : ModelPack.ofDirectory(Path.of(folder));
  }

  private static List<Seen> liveAndAttacks(Path file, LivenessDetector detector) {
    List<Seen> seen = new ArrayList<>();
    Random random = new Random(file.toString().hashCode());
    String fold =
        "other-"
            + Math.floorMod(
                file.getParent().toString().hashCode()
                    + (file.toString().contains("identities") ? 0 : file.toString().hashCode()),
                FOLDS);
    try {
      Image picture = TestEngine.image(file);
      Image taken = random.nextBoolean() ? picture : retaken(picture, random);
      add(seen, detector, taken, "", fold, false);
      if (!seen.isEmpty()) {
        for (Attack attack : Attack.values()) {
          String name = "made_" + attack.name().toLowerCase(Locale.ROOT);
          add(seen, detector, attack.of(picture, random), name, fold, false);
        }
      }
      return seen;
    } catch (Exception e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }

  /**
   * As a worse camera would take the same live face: so that blur and noise alone are no attack.
   */
  private static Image retaken(Image picture, Random random) {
    Image blurred = Degradations.blurred(picture, random.nextDouble());
    Image noisy = Degradations.noisy(blurred, 5 * random.nextDouble());
    return Degradations.compressed(noisy, 0.6 + 0.35 * random.nextDouble());
  }

  private static void add(
      List<Seen> seen,
      LivenessDetector detector,
      Image picture,
      String attack,
      String fold,
      boolean real) {
    List<Face> faces = TestEngine.shared().detect(picture, DetectOptions.LARGEST);
    if (faces.isEmpty()) {
      return;
    }
    Face face = faces.getFirst();
    int size = (int) Math.min(face.box().width(), face.box().height());
    if (real || size >= LivenessDetector.MIN_FACE_SIZE) {
      seen.add(new Seen(attack, fold, real, size, detector.cues(picture, face)));
    }
  }
}
