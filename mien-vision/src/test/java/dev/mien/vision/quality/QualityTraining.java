package dev.mien.vision.quality;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.SharedFaces;
import dev.mien.vision.TestEngine;
import dev.mien.vision.damage.Degradations;
import dev.mien.vision.damage.Occlusion;
import dev.mien.vision.embed.Embedding;
import dev.mien.vision.image.Image;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Fits the weights of {@link RecognitionChance} to pairs of the identities set, where one picture
 * of a pair is as it is or was made worse, and prints what error-versus-discard says on people whom
 * it was not fitted on. Takes minutes; the system property {@code share} takes a part of the
 * people: what is shipped was made with 0.63, forty people.
 */
public final class QualityTraining {

  private static final String VERSION = "3.0";

  /** Log10 of the false match rate at which a pair counts as matched. */
  private static final double MATCH_LOG_RATE = -3;

  private static final int PICTURES_A_PERSON = 5;
  private static final int VARIANTS = 2;
  private static final int STEPS = 4000;
  private static final double RATE = 0.05;
  private static final double DECAY = 1e-4;

  /** What the pairs do not show to matter, darkness for one, must still tell against a face. */
  private static final double LEAST_WEIGHT = 0.3;

  /**
   * So must a covered part, by more: things cover several at once, so that what the pairs say of
   * one or another changes much from draw to draw; together they always tell.
   */
  private static final double LEAST_PART_WEIGHT = 0.9;

  /** The first weight of a part, after the offset; parts come last. */
  private static final int FIRST_PART = 1 + Penalties.COUNT - FacePart.values().length;

  /**
   * One picture compared with others of the same person.
   *
   * @param matched share of the others that match
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  private record Seen(
      String person, boolean worsened, double[] penalties, double matched, int others) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  private record Sample(double[] penalties, Embedding embedding) {}

  private QualityTraining() {}

  /** Fits and prints. */
  public static void main(String[] arguments) throws Exception {
    List<Seen> seen = collect();
    report("two folds by person", seen, crossFitted(seen));
    double[] weights = fit(seen);
    report("seen", seen, chances(seen, weights));
    System.out.println("offset and weights: " + Arrays.toString(rounded(weights)));
  }

  private static double[] crossFitted(List<Seen> seen) {
    double[] chances = new double[seen.size()];
    for (int fold = 0; fold < 2; fold++) {
      List<Seen> rest = new ArrayList<>();
      for (Seen s : seen) {
        if (Math.floorMod(s.person().hashCode(), 2) != fold) {
          rest.add(s);
        }
      }
      double[] fitted = chances(seen, fit(rest));
      for (int i = 0; i < chances.length; i++) {
        if (Math.floorMod(seen.get(i).person().hashCode(), 2) == fold) {
          chances[i] = fitted[i];
        }
      }
    }
    return chances;
  }

  /** Logistic regression by projected gradient steps. */
  private static double[] fit(List<Seen> seen) {
    double[] weights = new double[Penalties.COUNT + 1];
    weights[0] = 3;
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[weights.length];
      for (Seen s : seen) {
        double error = chance(s.penalties(), weights) - s.matched();
        gradient[0] += error;
        for (int i = 0; i < Penalties.COUNT; i++) {
          gradient[i + 1] -= error * s.penalties()[i];
        }
      }
      for (int i = 0; i < weights.length; i++) {
        weights[i] -= RATE * 8 * (gradient[i] / seen.size() + DECAY * weights[i]);
        weights[i] = Math.max(i < FIRST_PART ? LEAST_WEIGHT : LEAST_PART_WEIGHT, weights[i]);
      }
    }
    return weights;
  }

  private static double chance(double[] penalties, double[] weights) {
    double logOdds = weights[0];
    for (int i = 0; i < penalties.length; i++) {
      logOdds -= weights[i + 1] * penalties[i];
    }
    return 1 / (1 + Math.exp(-logOdds));
  }

  private static double[] chances(List<Seen> seen, double[] weights) {
    return seen.stream().mapToDouble(s -> chance(s.penalties(), weights)).toArray();
  }

  private static void report(String title, List<Seen> seen, double[] chances) {
    for (boolean worsened : new boolean[] {false, true}) {
      List<ErrorVersusDiscard.Pair> pairs = new ArrayList<>();
      double sum = 0;
      for (int i = 0; i < chances.length; i++) {
        Seen s = seen.get(i);
        if (worsened || !s.worsened()) {
          for (int k = 0; k < s.others(); k++) {
            pairs.add(
                new ErrorVersusDiscard.Pair(chances[i], k < Math.round(s.matched() * s.others())));
          }
          sum += chances[i] * s.others();
        }
      }
      ErrorVersusDiscard curve = ErrorVersusDiscard.of(pairs);
      System.out.printf(
          Locale.ROOT,
          "%s, %s: %d pairs, mean chance %.3f; FNMR with 0, 5, 10, 20 %% discarded: %s%n",
          title,
          worsened ? "all" : "as they are",
          pairs.size(),
          sum / pairs.size(),
          Arrays.toString(rounded(curve.curve(0, 0.05, 0.1, 0.2))));
    }
  }

  private static double[] rounded(double[] values) {
    return Arrays.stream(values).map(value -> Math.round(1000 * value) / 1000.0).toArray();
  }

  private static List<Seen> collect() throws Exception {
    Path folder = SharedFaces.folder("identities");
    Map<String, List<Path>> people = new LinkedHashMap<>();
    for (Map<String, String> row : SharedFaces.rows(folder.resolve("labels.csv"))) {
      List<Path> files = people.computeIfAbsent(row.get("identity"), _ -> new ArrayList<>());
      if (files.size() < PICTURES_A_PERSON && !row.get("kind").equals("lab")) {
        files.add(folder.resolve(row.get("path")));
      }
    }
    people.values().removeIf(List::isEmpty);
    double share = Double.parseDouble(System.getProperty("share", "1"));
    return people.entrySet().stream()
        .limit(Math.round(share * people.size()))
        .parallel()
        .map(entry -> ofPerson(entry.getKey(), entry.getValue()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Seen> ofPerson(String person, List<Path> files) {
    try {
      List<Image> images = new ArrayList<>();
      List<Sample> clean = new ArrayList<>();
      for (Path file : files) {
        Image image = TestEngine.image(file);
        sample(image)
            .forEach(
                sample -> {
                  images.add(image);
                  clean.add(sample);
                });
      }
      List<Seen> seen = new ArrayList<>();
      Random random = new Random(person.hashCode());
      for (int i = 0; i < clean.size(); i++) {
        seen.add(seen(person, false, clean.get(i), clean, i));
        for (int variant = 0; variant < VARIANTS; variant++) {
          Image worse = worsened(images.get(i), images.get((i + 1) % images.size()), random);
          for (Sample sample : sample(worse)) {
            seen.add(seen(person, true, sample, clean, i));
          }
        }
      }
      return seen;
    } catch (Exception e) {
      throw new IllegalStateException(person, e);
    }
  }

  private static List<Sample> sample(Image image) {
    FaceEngine engine = TestEngine.shared();
    return engine.detect(image, new DetectOptions(1, 20, false)).stream()
        .map(
            face ->
                new Sample(
                    Penalties.of(
                        QualityMeasures.of(image, face),
                        face.pose(),
                        Completeness.assess(image, face)),
                    engine.embed(image, face, VERSION)))
        .toList();
  }

  private static Seen seen(
      String person, boolean worsened, Sample sample, List<Sample> clean, int self) {
    double threshold = threshold();
    int matched = 0;
    for (int i = 0; i < clean.size(); i++) {
      if (i != self && sample.embedding().similarity(clean.get(i).embedding()) >= threshold) {
        matched++;
      }
    }
    int others = Math.max(1, clean.size() - 1);
    return new Seen(person, worsened, sample.penalties(), (double) matched / others, others);
  }

  /** The similarity at the false match rate, by the embedder's calibration. */
  static double threshold() {
    double[] similarities = TestEngine.shared().embedder(VERSION).similarities();
    double[] logRates = TestEngine.shared().embedder(VERSION).log10FalseMatchRates();
    int row = 1;
    while (row < logRates.length - 1 && logRates[row] > MATCH_LOG_RATE) {
      row++;
    }
    double share = (MATCH_LOG_RATE - logRates[row - 1]) / (logRates[row] - logRates[row - 1]);
    return similarities[row - 1] + share * (similarities[row] - similarities[row - 1]);
  }

  private static Image worsened(Image image, Image other, Random random) {
    List<Face> faces = TestEngine.shared().detect(image, DetectOptions.LARGEST);
    if (faces.isEmpty()) {
      return image;
    }
    Face face = faces.getFirst();
    double width = face.box().width();
    return switch (random.nextInt(8)) {
      case 0 -> Degradations.blurred(image, width * 0.06 * random.nextDouble());
      case 1 -> Degradations.noisy(image, 70 * random.nextDouble());
      case 2 -> Degradations.darkened(image, 0.05 + 0.5 * random.nextDouble());
      case 3 -> Degradations.overexposed(image, 1.5 + 3 * random.nextDouble());
      case 4 -> Degradations.compressed(image, 0.3 * random.nextDouble());
      case 5 -> Degradations.shrunk(image, Math.max(1, width / (15 + 50 * random.nextDouble())));
      case 6 -> TrainingCover.draw(image, face.landmarks(), other, random).picture();
      default -> {
        Occlusion.Kind[] kinds = Occlusion.Kind.values();
        yield Occlusion.draw(
                image, face.landmarks(), kinds[random.nextInt(kinds.length)], other, random)
            .picture();
      }
    };
  }
}
