package dev.mien.vision.quality;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.SharedFaces;
import dev.mien.vision.TestEngine;
import dev.mien.vision.damage.Degradations;
import dev.mien.vision.damage.Occlusion;
import dev.mien.vision.image.Image;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Learns which parts of a face are covered, from things drawn over the faces of the labelled sets
 * and from real masks, and writes the resource of {@link Completeness}. A fifth of the pictures is
 * held out, by picture, and the figures are theirs. Takes minutes; the system property {@code
 * share} takes a part of the pictures: what is shipped was made with 0.22.
 */
public final class OcclusionTraining {

  static final int HIDDEN = 24;
  private static final int EPOCHS = 24;
  private static final double RATE = 2e-3;
  private static final double DECAY = 0.02;
  private static final int DRAWN_A_FACE = 3;
  private static final int HELD_OUT_OF = 5;

  /** What a sample is, for the figures. */
  enum Source {
    CLEAN,
    WORSENED,
    DRAWN,
    REAL_MASK
  }

  /** A face's features, what covers it, and whether it is held out. */
  record Seen(Source source, String set, boolean heldOut, LayerTraining.Sample sample) {}

  private OcclusionTraining() {}

  /** {@code OcclusionTraining [RESOURCE]}: trains and writes. */
  public static void main(String[] arguments) throws Exception {
    List<Seen> seen = collect(Double.parseDouble(System.getProperty("share", "1")));
    LearnedLayers layers =
        LayerTraining.train(
            seen.stream().filter(s -> !s.heldOut()).map(Seen::sample).toList(),
            HIDDEN,
            EPOCHS,
            RATE,
            DECAY);
    report(layers, seen);
    if (arguments.length > 0) {
      Files.writeString(
          Path.of(arguments[0]),
          "# Covered shares of the parts of a face; written by OcclusionTraining (tests of"
              + " mien-vision).\n"
              + layers.text());
    }
  }

  private static List<Seen> collect(double share) throws Exception {
    List<Path> files = new ArrayList<>();
    Map<Path, String> masks = new ConcurrentHashMap<>();
    for (String set : List.of("mtfl", "identities", "attributes", "masks")) {
      Path folder = SharedFaces.folder(set);
      for (Map<String, String> row : SharedFaces.rows(folder.resolve("labels.csv"))) {
        Path file = folder.resolve(row.get("path"));
        files.add(file);
        if (set.equals("masks")) {
          masks.put(file, row.get("mask"));
        }
      }
    }
    List<Path> chosen =
        files.stream()
            .filter(file -> Math.floorMod(file.hashCode() * 31, 1000) < 1000 * share)
            .toList();
    System.err.println(chosen.size() + " pictures");
    return IntStream.range(0, chosen.size())
        .parallel()
        .mapToObj(
            i ->
                samples(
                    chosen.get(i),
                    chosen.get((i * 7 + 13) % chosen.size()),
                    "1".equals(masks.get(chosen.get(i)))))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Seen> samples(Path file, Path otherFile, boolean masked) {
    FaceEngine engine = TestEngine.shared();
    Random random = new Random(file.getFileName().hashCode());
    String set = file.getParent().getParent().getFileName().toString();
    boolean heldOut = Math.floorMod(file.getFileName().hashCode(), HELD_OUT_OF) == 0;
    List<Seen> seen = new ArrayList<>();
    try {
      Image picture = TestEngine.image(file);
      List<Face> faces = engine.detect(picture, DetectOptions.LARGEST);
      if (faces.isEmpty()) {
        return seen;
      }
      Face face = faces.getFirst();
      FacePart[] parts = FacePart.values();
      if (masked) {
        float[] target = new float[parts.length];
        for (int part = 0; part < parts.length; part++) {
          target[part] =
              switch (parts[part]) {
                case EYEBROW, EYE -> 0;
                case NOSE, CHEEK -> Float.NaN; // worn at different heights
                case MOUTH, CHIN -> 1;
              };
        }
        seen.add(seen(Source.REAL_MASK, set, heldOut, picture, face, target));
        return seen;
      }
      float[] none = new float[parts.length];
      seen.add(seen(Source.CLEAN, set, heldOut, picture, face, none));
      Image worse = worsened(picture, face, random);
      for (Face found : engine.detect(worse, DetectOptions.LARGEST)) {
        seen.add(seen(Source.WORSENED, set, heldOut, worse, found, none));
      }
      Image other = TestEngine.image(otherFile);
      for (int i = 0; i < DRAWN_A_FACE; i++) {
        Occlusion.Kind[] kinds = Occlusion.Kind.values();
        Occlusion drawn =
            Occlusion.draw(
                picture, face.landmarks(), kinds[random.nextInt(kinds.length)], other, random);
        Image shown =
            random.nextInt(3) == 0 ? worsened(drawn.picture(), face, random) : drawn.picture();
        for (Face found : engine.detect(shown, DetectOptions.LARGEST)) {
          if (found.box().intersectionOverUnion(face.box()) > 0.4) {
            seen.add(seen(Source.DRAWN, set, heldOut, shown, found, drawn.covered()));
          }
        }
      }
      return seen;
    } catch (Exception e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }

  private static Seen seen(
      Source source, String set, boolean heldOut, Image picture, Face face, float[] target) {
    return new Seen(
        source, set, heldOut, new LayerTraining.Sample(FaceTexture.of(picture, face), target));
  }

  private static Image worsened(Image picture, Face face, Random random) {
    double width = face.box().width();
    return switch (random.nextInt(5)) {
      case 0 -> Degradations.blurred(picture, width * (0.005 + 0.025 * random.nextDouble()));
      case 1 -> Degradations.noisy(picture, 5 + 25 * random.nextDouble());
      case 2 -> Degradations.darkened(picture, 0.15 + 0.6 * random.nextDouble());
      case 3 -> Degradations.overexposed(picture, 1.2 + 1.2 * random.nextDouble());
      default -> Degradations.compressed(picture, 0.05 + 0.4 * random.nextDouble());
    };
  }

  private static void report(LearnedLayers layers, List<Seen> seen) {
    FacePart[] parts = FacePart.values();
    for (Source source : Source.values()) {
      for (int part = 0; part < parts.length; part++) {
        List<double[]> pairs = new ArrayList<>();
        for (Seen s : seen) {
          float target = s.sample().target()[part];
          if (s.heldOut() && s.source() == source && !Float.isNaN(target)) {
            pairs.add(new double[] {target, layers.run(s.sample().input())[part]});
          }
        }
        double[] open = outputs(pairs, 0, 0.001);
        double[] half = outputs(pairs, 0.5, 1.01);
        System.out.printf(
            Locale.ROOT,
            "%-9s %-8s free: n %d, quantiles .5 %.3f .9 %.3f .95 %.3f .98 %.3f; covered by half:"
                + " n %d, .02 %.3f .05 %.3f .1 %.3f .5 %.3f%n",
            source,
            parts[part],
            open.length,
            quantile(open, 0.5),
            quantile(open, 0.9),
            quantile(open, 0.95),
            quantile(open, 0.98),
            half.length,
            quantile(half, 0.02),
            quantile(half, 0.05),
            quantile(half, 0.1),
            quantile(half, 0.5));
      }
    }
  }

  private static double[] outputs(List<double[]> pairs, double from, double to) {
    return pairs.stream()
        .filter(pair -> pair[0] >= from && pair[0] < to)
        .mapToDouble(pair -> pair[1])
        .sorted()
        .toArray();
  }

  private static double quantile(double[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
  }
}
