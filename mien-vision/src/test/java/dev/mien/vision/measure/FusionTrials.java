package dev.mien.vision.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.SharedFaces;
import dev.mien.vision.TestEngine;
import dev.mien.vision.damage.Degradations;
import dev.mien.vision.damage.Occlusion;
import dev.mien.vision.image.Image;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Prints what it brings to weigh the faces of a person when they are joined to one vector
 * (docs/adr/0022): by their quality, or by how well each agrees with the others. Every second
 * person of the identities set is enrolled with the first faces, as they are or with some made
 * worse, and searched for with the others; those not enrolled are strangers; then the other way
 * round. Takes minutes; run by {@code mvn -pl mien-vision test -Dtest=FusionTrials}.
 */
class FusionTrials {

  private static final String VERSION = "3.0";
  private static final int MOST_ENROLLED = 5;

  /** Of the faces enrolled, the first and the fourth are made worse. */
  private static final int WORSE_EVERY = 3;

  private enum Weights {
    EVEN,
    QUALITY,
    QUALITY_SQUARED,
    AGREEMENT
  }

  /**
   * A face.
   *
   * @param quality 0..100
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  private record Seen(float[] vector, double quality) {}

  /** A picture's face, and the same made worse, if it was still found. */
  private record Picture(Seen seen, Optional<Seen> worse) {}

  @Test
  void faces_weighed() throws Exception {
    List<List<Picture>> people = people();
    for (int enrolled : new int[] {3, MOST_ENROLLED}) {
      for (boolean worse : new boolean[] {false, true}) {
        for (Weights weights : Weights.values()) {
          double[] figures = figures(people, enrolled, worse, weights);
          System.out.printf(
              Locale.ROOT,
              "%d faces, %s, %-16s rank 1 %.2f %%  FNIR at FPIR 1 %% %.2f %%, at 0.3 %% %.2f %%%n",
              enrolled,
              worse ? "some made worse" : "as they are",
              weights,
              100 * figures[0],
              100 * figures[1],
              100 * figures[2]);
          assertThat(figures[0]).isGreaterThan(0.9);
        }
      }
    }
  }

  /** Rank 1 and both misses: the means of enrolling the one and the other half of the people. */
  private static double[] figures(
      List<List<Picture>> people, int enrolled, boolean worse, Weights weights) {
    double[] sum = new double[3];
    for (int half = 0; half < 2; half++) {
      Map<Integer, float[]> gallery = new LinkedHashMap<>();
      for (int person = half; person < people.size(); person += 2) {
        if (people.get(person).size() > enrolled) {
          gallery.put(person, joined(faces(people.get(person), enrolled, worse), weights));
        }
      }
      DoubleList own = new DoubleList();
      DoubleList strangers = new DoubleList();
      int first = 0;
      for (int person = 0; person < people.size(); person++) {
        List<Picture> pictures = people.get(person);
        boolean known = gallery.containsKey(person);
        for (int i = known ? enrolled : 0; i < pictures.size(); i++) {
          if (known) {
            Optional<Double> hit = hit(gallery, person, pictures.get(i).seen());
            own.add(hit.orElse(Double.NEGATIVE_INFINITY));
            first += hit.isPresent() ? 1 : 0;
          } else if (person % 2 != half) {
            strangers.add(highest(gallery, pictures.get(i).seen()));
          }
        }
      }
      Rates rates = new Rates(own.toArray(), strangers.toArray());
      sum[0] += (double) first / own.toArray().length / 2;
      sum[1] += (1 - rates.trueAcceptRate(rates.threshold(0.01))) / 2;
      sum[2] += (1 - rates.trueAcceptRate(rates.threshold(0.003))) / 2;
    }
    return sum;
  }

  private static List<Seen> faces(List<Picture> pictures, int count, boolean worse) {
    List<Seen> faces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Seen seen = pictures.get(i).seen();
      faces.add(worse && i % WORSE_EVERY == 0 ? pictures.get(i).worse().orElse(seen) : seen);
    }
    return faces;
  }

  /** The similarity with the own person, if nobody else's is as high. */
  private static Optional<Double> hit(Map<Integer, float[]> gallery, int person, Seen probe) {
    double own = Double.NEGATIVE_INFINITY;
    double others = Double.NEGATIVE_INFINITY;
    for (Map.Entry<Integer, float[]> entry : gallery.entrySet()) {
      double similarity = dot(entry.getValue(), probe.vector());
      if (entry.getKey() == person) {
        own = similarity;
      } else {
        others = Math.max(others, similarity);
      }
    }
    return own > others ? Optional.of(own) : Optional.empty();
  }

  private static double highest(Map<Integer, float[]> gallery, Seen probe) {
    return gallery.values().stream()
        .mapToDouble(vector -> dot(vector, probe.vector()))
        .max()
        .orElseThrow();
  }

  private static float[] joined(List<Seen> faces, Weights weights) {
    float[] even = sum(faces, face -> 1);
    return switch (weights) {
      case EVEN -> even;
      case QUALITY -> sum(faces, Seen::quality);
      case QUALITY_SQUARED -> sum(faces, face -> face.quality() * face.quality());
      case AGREEMENT -> sum(faces, face -> agreement(face, faces));
    };
  }

  /** The mean similarity with the other faces. */
  @SuppressWarnings("ReferenceEquality") // a face is left out, not those that look like it
  private static double agreement(Seen face, List<Seen> faces) {
    return faces.stream()
        .filter(other -> other != face)
        .mapToDouble(other -> Math.max(0, dot(face.vector(), other.vector())))
        .average()
        .orElse(1);
  }

  private static float[] sum(List<Seen> faces, ToDoubleFunction<Seen> weightOf) {
    float[] sum = new float[faces.getFirst().vector().length];
    for (Seen face : faces) {
      double weight = weightOf.applyAsDouble(face);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += (float) (weight * face.vector()[i]);
      }
    }
    double length = Math.sqrt(dot(sum, sum));
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (float) (sum[i] / length);
    }
    return sum;
  }

  private static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }

  private static List<List<Picture>> people() throws Exception {
    Path folder = SharedFaces.folder("identities");
    Map<String, List<Path>> files = new LinkedHashMap<>();
    for (Map<String, String> row : SharedFaces.rows(folder.resolve("labels.csv"))) {
      files
          .computeIfAbsent(row.get("identity"), _ -> new ArrayList<>())
          .add(folder.resolve(row.get("path")));
    }
    return files.values().stream()
        .map(
            ofPerson ->
                IntStream.range(0, ofPerson.size())
                    .parallel()
                    .mapToObj(i -> picture(ofPerson.get(i), i))
                    .flatMap(Optional::stream)
                    .toList())
        .toList();
  }

  private static Optional<Picture> picture(Path file, int index) {
    try {
      Image image = TestEngine.image(file);
      Optional<Face> face = largest(image);
      if (face.isEmpty()) {
        return Optional.empty();
      }
      Optional<Seen> worse =
          index < MOST_ENROLLED ? seen(worse(image, face.get(), index)) : Optional.empty();
      return Optional.of(new Picture(seen(image, face.get()), worse));
    } catch (Exception e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }

  /** Blurred, dark or covered, in turn. */
  private static Image worse(Image image, Face face, int index) {
    Random random = new Random(31L * index + image.width());
    return switch (random.nextInt(3)) {
      case 0 -> Degradations.blurred(image, 0.05 * face.box().width());
      case 1 -> Degradations.darkened(image, 0.12);
      default ->
          Occlusion.draw(image, face.landmarks(), Occlusion.Kind.HAND, image, random).picture();
    };
  }

  private static Optional<Face> largest(Image image) {
    return TestEngine.shared().detect(image, new DetectOptions(1, 20, false)).stream().findFirst();
  }

  private static Optional<Seen> seen(Image image) {
    return largest(image).map(face -> seen(image, face));
  }

  private static Seen seen(Image image, Face face) {
    FaceEngine engine = TestEngine.shared();
    return new Seen(
        engine.embed(image, face, VERSION).vector(), engine.quality(image, face).score());
  }
}
