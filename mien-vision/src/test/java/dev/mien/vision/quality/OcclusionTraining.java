package dev.mien.vision.quality;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.SharedFaces;
import dev.mien.vision.TestEngine;
import dev.mien.vision.damage.GoodFace;
import dev.mien.vision.damage.Ladder;
import dev.mien.vision.damage.Occlusion;
import dev.mien.vision.geometry.Box;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.ImageException;
import dev.mien.vision.landmark.Landmarks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Learns which parts of a face are covered, from things drawn over the faces of the labelled sets
 * ({@link Occlusion}, {@link TrainingCover}) and from real masks and sunglasses, and writes the
 * resource of {@link Completeness}. Of each face there are copies made worse as the steps of {@link
 * Ladder} do, for the same to be told of them. The set attributes is left out, so that what is
 * measured on it is not flattered. A fifth of the pictures is held out, by picture, and the figures
 * are theirs. Takes a quarter of an hour; the system property {@code share} takes a part of the
 * pictures: what is shipped was made with 0.7, which are 2,457.
 */
public final class OcclusionTraining {

  static final int HIDDEN = 40;
  private static final int EPOCHS = 40;
  private static final double RATE = 2e-3;
  private static final double DECAY = 0.4;
  private static final int DRAWN_A_FACE = 5;
  private static final int HELD_OUT_OF = 5;
  private static final int PICTURES_A_PERSON = 5;

  /** All that leave as much of a face to be seen as there was. */
  private static final List<Ladder> DAMAGES =
      Arrays.stream(Ladder.values()).filter(ladder -> ladder != Ladder.COVERING).toList();

  /** Of the large sets without names a part is enough. */
  private static final Map<String, Double> SETS =
      Map.of("mtfl", 1.0, "identities", 1.0, "masks", 1.0, "utkface", 0.25);

  /** Of faces with glasses that nobody looked at, it is not known whether the eyes can be seen. */
  private static final int UNKNOWN_GLASSES = 9;

  private static final int PLAIN_GLASSES = 1;
  private static final int SUNGLASSES = 2;

  private static final Path GLASSES =
      Path.of("../mien-training/src/main/resources/dev/mien/training/labels/glasses-kind.csv");

  private static final DetectOptions ONE = new DetectOptions(1, 20, false);

  /** What a sample is, for the figures. */
  enum Source {
    CLEAN,
    WORSENED,
    DRAWN,
    REAL_MASK
  }

  /** A face's features, what covers it, and whether it is held out. */
  record Seen(Source source, boolean heldOut, LayerTraining.Sample sample) {}

  /** A labelled picture. */
  private record Labelled(Path file, boolean masked, int glasses) {
    boolean heldOut() {
      return Math.floorMod(file.getFileName().hashCode(), HELD_OUT_OF) == 0;
    }

    /** What covers the face as it is; NaN where that is not known. */
    float[] covered() {
      FacePart[] parts = FacePart.values();
      float[] covered = new float[parts.length];
      for (int part = 0; part < parts.length; part++) {
        covered[part] = masked ? byMask(parts[part]) : byGlasses(parts[part]);
      }
      return covered;
    }

    private static float byMask(FacePart part) {
      return switch (part) {
        case EYEBROW, EYE -> 0;
        case NOSE, CHEEK -> Float.NaN; // worn at different heights
        case MOUTH, CHIN -> 1;
      };
    }

    private float byGlasses(FacePart part) {
      boolean dark = glasses > PLAIN_GLASSES;
      return switch (part) {
        case EYEBROW -> dark ? Float.NaN : 0;
        case EYE -> !dark ? 0 : glasses == SUNGLASSES ? 1 : Float.NaN;
        case NOSE, CHEEK, MOUTH, CHIN -> 0;
      };
    }
  }

  private OcclusionTraining() {}

  /** {@code OcclusionTraining [RESOURCE]}: trains and writes. */
  public static void main(String[] arguments) throws Exception {
    List<Labelled> chosen = chosen(Double.parseDouble(System.getProperty("share", "1")));
    System.err.println(chosen.size() + " pictures");
    List<Seen> seen =
        chosen.parallelStream().map(one -> samples(one, chosen)).flatMap(List::stream).toList();
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

  private static List<Labelled> chosen(double share) throws Exception {
    Map<String, Integer> kinds = new HashMap<>();
    for (Map<String, String> row : SharedFaces.rows(GLASSES)) {
      kinds.put(row.get("set") + "/" + row.get("path"), Integer.parseInt(row.get("label")));
    }
    List<Labelled> chosen = new ArrayList<>();
    Map<String, Integer> pictures = new HashMap<>();
    for (Map.Entry<String, Double> set : new TreeMap<>(SETS).entrySet()) {
      Path folder = SharedFaces.folder(set.getKey());
      for (Map<String, String> row : SharedFaces.rows(folder.resolve("labels.csv"))) {
        Path file = folder.resolve(row.get("path"));
        boolean enough =
            set.getKey().equals("identities")
                && pictures.merge(row.get("identity"), 1, Integer::sum) > PICTURES_A_PERSON;
        double place = Math.floorMod(file.getFileName().hashCode() * 31, 1000) / 1000.0;
        if (!enough && place < share * set.getValue()) {
          int glasses =
              "1".equals(row.get("glasses"))
                  ? kinds.getOrDefault(set.getKey() + "/" + row.get("path"), UNKNOWN_GLASSES)
                  : 0;
          chosen.add(new Labelled(file, "1".equals(row.get("mask")), glasses));
        }
      }
    }
    return chosen;
  }

  private static List<Seen> samples(Labelled labelled, List<Labelled> all) {
    Random random = new Random(labelled.file().getFileName().hashCode());
    List<Seen> seen = new ArrayList<>();
    try {
      Image whole = TestEngine.image(labelled.file());
      for (Face largest : TestEngine.shared().detect(whole, DetectOptions.LARGEST)) {
        Image picture = around(whole, largest.box());
        for (Face face : TestEngine.shared().detect(picture, ONE)) {
          GoodFace good = new GoodFace(picture, face, TestEngine.shared().quality(picture, face));
          seen.addAll(bare(labelled, good, random));
          if (!labelled.masked()) {
            Path other = all.get(random.nextInt(all.size())).file();
            seen.addAll(drawn(labelled, good, TestEngine.image(other), random));
          }
        }
      }
      return seen;
    } catch (IOException | ImageException e) {
      throw new IllegalStateException(labelled.toString(), e);
    }
  }

  /** A face with half as much around it, no larger than is needed. */
  private static Image around(Image picture, Box box) {
    return picture
        .cropped(
            new Box(
                box.x() - box.width() / 2,
                box.y() - box.height() / 2,
                2 * box.width(),
                2 * box.height()))
        .atMost(512);
  }

  /** As it is, and worsened in each way. */
  private static List<Seen> bare(Labelled labelled, GoodFace good, Random random) {
    Source clean = labelled.masked() ? Source.REAL_MASK : Source.CLEAN;
    Source worse = labelled.masked() ? Source.REAL_MASK : Source.WORSENED;
    float[] covered = labelled.covered();
    List<Seen> seen = new ArrayList<>();
    seen.add(seen(clean, labelled, good.picture(), good.face(), covered));
    for (Ladder damage : DAMAGES) {
      found(worse, labelled, good, worsened(damage, good, random), covered).ifPresent(seen::add);
    }
    return seen;
  }

  /** With things over it, and each of these worsened in one way. */
  private static List<Seen> drawn(Labelled labelled, GoodFace good, Image other, Random random) {
    Image texture = other.atMost(512);
    Image picture = good.picture();
    Landmarks landmarks = good.face().landmarks();
    List<Seen> seen = new ArrayList<>();
    for (int i = 0; i < DRAWN_A_FACE; i++) {
      Image shown;
      float[] covered;
      if (random.nextInt(10) < 3) {
        Occlusion.Kind[] kinds = Occlusion.Kind.values();
        Occlusion.Kind kind = kinds[random.nextInt(kinds.length)];
        Occlusion thing = Occlusion.draw(picture, landmarks, kind, texture, random);
        shown = thing.picture();
        covered = thing.covered();
      } else {
        TrainingCover.Seen cover = TrainingCover.draw(picture, landmarks, texture, random);
        shown = cover.picture();
        covered = cover.covered();
      }
      GoodFace behind = new GoodFace(shown, good.face(), good.quality());
      Ladder damage = DAMAGES.get(random.nextInt(DAMAGES.size()));
      float[] both = together(covered, labelled.covered());
      for (Image either : List.of(shown, worsened(damage, behind, random))) {
        found(Source.DRAWN, labelled, good, either, both).ifPresent(seen::add);
      }
    }
    return seen;
  }

  /** What is drawn over a part that may be covered already tells of it only where it hides most. */
  private static float[] together(float[] drawn, float[] before) {
    float[] both = new float[drawn.length];
    for (int part = 0; part < both.length; part++) {
      boolean unknown = Float.isNaN(before[part]) && drawn[part] <= 0.5f;
      both[part] =
          unknown
              ? Float.NaN
              : Float.isNaN(before[part]) ? drawn[part] : Math.max(drawn[part], before[part]);
    }
    return both;
  }

  /** The face again in a picture of it that was changed. */
  private static Optional<Seen> found(
      Source source, Labelled labelled, GoodFace good, Image picture, float[] covered) {
    return good.seenIn(TestEngine.shared(), picture)
        .map(found -> seen(source, labelled, picture, found, covered));
  }

  private static Seen seen(
      Source source, Labelled labelled, Image picture, Face face, float[] covered) {
    return new Seen(
        source,
        labelled.heldOut(),
        new LayerTraining.Sample(FaceTexture.of(picture, face), covered));
  }

  /** As a step of a ladder does it, or something between two of them. */
  private static Image worsened(Ladder damage, GoodFace good, Random random) {
    double least = damage.strengths().getFirst();
    double most = damage.strengths().getLast();
    return damage.worse(good, least * Math.pow(most / least, random.nextDouble()));
  }

  private static void report(LearnedLayers layers, List<Seen> seen) {
    FacePart[] parts = FacePart.values();
    for (Source source : Source.values()) {
      for (int part = 0; part < parts.length; part++) {
        List<double[]> pairs = new ArrayList<>();
        for (Seen s : seen) {
          float target = s.sample().target()[part];
          if (s.heldOut() && s.source() == source && !Float.isNaN(target)) {
            pairs.add(
                new double[] {target, Completeness.covered(layers, s.sample().input())[part]});
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
