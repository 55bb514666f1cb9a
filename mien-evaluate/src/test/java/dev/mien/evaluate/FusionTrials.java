package dev.mien.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.evaluate.run.Batch;
import dev.mien.evaluate.run.Console;
import dev.mien.evaluate.run.Crew;
import dev.mien.evaluate.run.Pipeline;
import dev.mien.evaluate.table.Row;
import dev.mien.evaluate.table.Table;
import dev.mien.gallery.Quality;
import dev.mien.gallery.RatedTemplate;
import dev.mien.gallery.Template;
import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.damage.Degradations;
import dev.mien.vision.damage.Occlusion;
import dev.mien.vision.embed.Embedding;
import dev.mien.vision.image.Image;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Prints what it brings to weigh the faces of a person by their quality when they are joined to one
 * vector (docs/adr/0032), as the gallery does it and otherwise. A random half of the people of the
 * identities set is enrolled with random pictures, as they are or with some made worse, and
 * searched for with the others; those not enrolled are strangers; then the other way round, and so
 * on for several halvings. Takes minutes; run by {@code mvn -pl mien-evaluate test
 * -Dtest=FusionTrials}.
 */
class FusionTrials {
  private static final String VERSION = "3.0";
  private static final int HALVINGS = 16;
  private static final double[] FPIR = {0.01, 0.003};
  private static final int FACE_PIXELS_MIN = 20;

  /** How the faces of a person are weighed. */
  private enum Weights {
    EVENLY {
      @Override
      float[] joined(List<Seen> faces) {
        return byGallery(faces, _ -> Quality.UNKNOWN);
      }
    },
    AS_SHIPPED {
      @Override
      float[] joined(List<Seen> faces) {
        return byGallery(faces, face -> Quality.of(face.quality()));
      }
    },
    QUALITY {
      @Override
      float[] joined(List<Seen> faces) {
        return sum(faces, face -> Math.max(1, face.quality()));
      }
    },
    QUALITY_SQUARED {
      @Override
      float[] joined(List<Seen> faces) {
        return sum(faces, face -> Math.max(1, face.quality() * face.quality()));
      }
    };

    abstract float[] joined(List<Seen> faces);
  }

  /**
   * A face.
   *
   * @param quality 0..100
   */
  private record Seen(Embedding embedding, int quality) {}

  /** A picture's face, and the same made worse, if it was still found. */
  private record Picture(Seen seen, Optional<Seen> worse) {}

  /**
   * How persons are enrolled.
   *
   * @param faces of each
   * @param worse how many of these are made worse
   */
  private record Enrolling(int faces, int worse) {}

  private static final List<Enrolling> ENROLLINGS =
      List.of(
          new Enrolling(2, 0),
          new Enrolling(3, 0),
          new Enrolling(5, 0),
          new Enrolling(2, 1),
          new Enrolling(3, 1),
          new Enrolling(5, 2),
          new Enrolling(5, 3));

  @Test
  void faces_weighed() throws Exception {
    List<List<Picture>> people = people();
    System.out.printf(
        Locale.ROOT,
        "mean quality %.1f%n",
        people.stream()
            .flatMap(List::stream)
            .mapToInt(picture -> picture.seen().quality())
            .average()
            .orElseThrow());
    for (Enrolling enrolling : ENROLLINGS) {
      for (Weights weights : Weights.values()) {
        double[] misses = new double[FPIR.length];
        int better = 0;
        for (int seed = 0; seed < HALVINGS; seed++) {
          double[] even = misses(people, enrolling, Weights.EVENLY, seed);
          double[] now = misses(people, enrolling, weights, seed);
          better += Double.compare(even[0], now[0]);
          for (int i = 0; i < misses.length; i++) {
            misses[i] += now[i] / HALVINGS;
          }
        }
        System.out.printf(
            Locale.ROOT,
            "%d faces, %d made worse, %-16s FNIR at FPIR 1 %% %.2f %%, at 0.3 %% %.2f %%; better"
                + " less worse halvings %d of %d%n",
            enrolling.faces(),
            enrolling.worse(),
            weights,
            100 * misses[0],
            100 * misses[1],
            better,
            HALVINGS);
        assertThat(misses[0]).isLessThan(0.1);
      }
    }
  }

  /** The means of enrolling the one and the other half of the people. */
  private static double[] misses(
      List<List<Picture>> people, Enrolling enrolling, Weights weights, int seed) {
    Random random = new Random(seed);
    List<List<Picture>> shuffled = new ArrayList<>();
    for (List<Picture> pictures : people) {
      List<Picture> ofPerson = new ArrayList<>(pictures);
      Collections.shuffle(ofPerson, random);
      shuffled.add(ofPerson);
    }
    Collections.shuffle(shuffled, random);
    double[] mean = new double[FPIR.length];
    for (int half = 0; half < 2; half++) {
      Searches searches = new Searches(shuffled, enrolling, weights, half);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += searches.misses(FPIR[i]) / 2;
      }
    }
    return mean;
  }

  /** All searches in a gallery of one half of the people. */
  private static final class Searches {
    private final Map<Integer, float[]> gallery = new TreeMap<>();
    private final List<Double> own = new ArrayList<>();
    private final List<Double> strangers = new ArrayList<>();

    Searches(List<List<Picture>> people, Enrolling enrolling, Weights weights, int half) {
      for (int person = half; person < people.size(); person += 2) {
        if (people.get(person).size() > enrolling.faces()) {
          gallery.put(person, weights.joined(faces(people.get(person), enrolling)));
        }
      }
      for (int person = 0; person < people.size(); person++) {
        List<Picture> pictures = people.get(person);
        if (gallery.containsKey(person)) {
          for (Picture probe : pictures.subList(enrolling.faces(), pictures.size())) {
            own.add(hit(person, probe.seen()));
          }
        } else if (person % 2 != half) {
          pictures.forEach(probe -> strangers.add(highest(probe.seen(), -1)));
        }
      }
      strangers.sort(Collections.reverseOrder());
    }

    private static List<Seen> faces(List<Picture> pictures, Enrolling enrolling) {
      List<Seen> faces = new ArrayList<>();
      for (Picture picture : pictures.subList(0, enrolling.faces())) {
        boolean worse = faces.size() < enrolling.worse();
        faces.add(worse ? picture.worse().orElse(picture.seen()) : picture.seen());
      }
      return faces;
    }

    /** The similarity with the own person; none if somebody else's is as high. */
    private double hit(int person, Seen probe) {
      float[] vector = gallery.get(person);
      double similarity = dot(vector, probe.embedding().vector());
      return similarity > highest(probe, person) ? similarity : Double.NEGATIVE_INFINITY;
    }

    private double highest(Seen probe, int except) {
      double highest = Double.NEGATIVE_INFINITY;
      for (Map.Entry<Integer, float[]> entry : gallery.entrySet()) {
        if (entry.getKey() != except) {
          highest = Math.max(highest, dot(entry.getValue(), probe.embedding().vector()));
        }
      }
      return highest;
    }

    /** The share of searches for known persons that fail where so many strangers pass. */
    double misses(double fpir) {
      double threshold = strangers.get((int) (fpir * strangers.size()));
      return (double) own.stream().filter(similarity -> similarity <= threshold).count()
          / own.size();
    }
  }

  private static float[] byGallery(List<Seen> faces, Function<Seen, Quality> qualityOf) {
    return RatedTemplate.fused(
            faces.stream()
                .map(
                    face ->
                        new RatedTemplate(
                            Template.normalized("trial", face.embedding().vector()),
                            qualityOf.apply(face)))
                .toList())
        .vector();
  }

  private static float[] sum(List<Seen> faces, ToDoubleFunction<Seen> weightOf) {
    float[] sum = new float[faces.getFirst().embedding().vector().length];
    for (Seen face : faces) {
      double weight = weightOf.applyAsDouble(face);
      float[] vector = face.embedding().vector();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += (float) (weight * vector[i]);
      }
    }
    return Template.normalized("trial", sum).vector();
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
    Table labels = Table.read(folder.resolve("labels.csv"));
    Console console = new Console(new PrintWriter(System.err, true, UTF_8), false);
    try (Pipeline pipeline = Pipeline.open(Optional.empty(), folder, new Crew(2), console)) {
      List<String> paths = labels.rows().stream().map(row -> row.text("path")).toList();
      Batch<Picture> looked =
          pipeline.largestFaces(paths, (image, face) -> picture(pipeline.engine(), image, face));
      Map<String, List<Picture>> people = new LinkedHashMap<>();
      for (Row row : labels.rows()) {
        looked
            .value(row.text("path"))
            .ifPresent(
                picture ->
                    people
                        .computeIfAbsent(row.text("identity"), _ -> new ArrayList<>())
                        .add(picture));
      }
      return List.copyOf(people.values());
    }
  }

  private static Picture picture(FaceEngine engine, Image image, Face face) {
    Seen seen = seen(engine, image, face);
    Image worse = worse(image, face, Arrays.hashCode(seen.embedding().vector()));
    return new Picture(
        seen,
        engine.detect(worse, new DetectOptions(1, FACE_PIXELS_MIN, false)).stream()
            .findFirst()
            .map(found -> seen(engine, worse, found)));
  }

  private static Seen seen(FaceEngine engine, Image image, Face face) {
    return new Seen(engine.embed(image, face, VERSION), engine.quality(image, face).score());
  }

  /** Blurred, dark or covered by a hand, more or less. */
  private static Image worse(Image image, Face face, long seed) {
    Random random = new Random(seed);
    int kind = random.nextInt(3);
    double strength = random.nextDouble();
    return switch (kind) {
      case 0 -> Degradations.blurred(image, (0.02 + 0.05 * strength) * face.box().width());
      case 1 -> Degradations.darkened(image, 0.3 - 0.22 * strength);
      default ->
          Occlusion.draw(image, face.landmarks(), Occlusion.Kind.HAND, image, random).picture();
    };
  }
}
