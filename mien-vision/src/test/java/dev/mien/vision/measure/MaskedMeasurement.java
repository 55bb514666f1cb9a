package dev.mien.vision.measure;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.SharedFaces;
import dev.mien.vision.TestEngine;
import dev.mien.vision.align.UpperFace;
import dev.mien.vision.damage.Occlusion;
import dev.mien.vision.embed.Embedding;
import dev.mien.vision.embed.MaskTolerance;
import dev.mien.vision.image.Image;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Compares faces of the identities set with masks drawn over them with faces without, by the whole
 * face, by the upper face, and by the mean of both, and prints the rates.
 */
public final class MaskedMeasurement {

  private static final String VERSION = "3.0";

  private static final int PICTURES_A_PERSON = 3;

  /** A face as it is and with a mask. */
  private record Both(String person, Seen bare, Seen masked) {}

  private record Seen(Embedding whole, Embedding upper) {
    double similarity(Seen other, double upperWeight) {
      return (1 - upperWeight) * whole.similarity(other.whole)
          + upperWeight * upper.similarity(other.upper);
    }
  }

  private MaskedMeasurement() {}

  /** Measures; the system property {@code share} takes a part of the people. */
  public static void main(String[] arguments) throws Exception {
    List<Both> faces = collect();
    System.out.println(faces.size() + " faces");
    writeTable(faces);
    for (double weight : new double[] {0, 0.3, 0.5, 0.7, 1}) {
      for (int kind = 0; kind < 3; kind++) {
        DoubleList genuine = new DoubleList();
        DoubleList impostor = new DoubleList();
        for (int i = 0; i < faces.size(); i++) {
          for (int j = 0; j < i; j++) {
            Both one = faces.get(i);
            Both other = faces.get(j);
            Seen first = kind == 0 ? one.bare() : one.masked();
            Seen second = kind == 2 ? other.masked() : other.bare();
            (one.person().equals(other.person()) ? genuine : impostor)
                .add(first.similarity(second, weight));
          }
        }
        System.out.printf(
            Locale.ROOT,
            "upper weight %.1f, %s: %s%n",
            weight,
            List.of("bare-bare", "mask-bare", "mask-mask").get(kind),
            new Rates(genuine.toArray(), impostor.toArray()));
      }
    }
  }

  /** Masked against bare faces of different people, as CompareMaskFace compares them. */
  private static void writeTable(List<Both> faces) {
    DoubleList genuine = new DoubleList();
    DoubleList impostor = new DoubleList();
    for (int i = 0; i < faces.size(); i++) {
      for (int j = 0; j < faces.size(); j++) {
        if (i != j) {
          boolean same = faces.get(i).person().equals(faces.get(j).person());
          (same ? genuine : impostor)
              .add(
                  faces
                      .get(i)
                      .masked()
                      .similarity(faces.get(j).bare(), MaskTolerance.UPPER_WEIGHT));
        }
      }
    }
    System.out.println("# " + TestEngine.shared().embedder(VERSION).id());
    for (CalibrationFit.Row row :
        CalibrationFit.table(new Rates(genuine.toArray(), impostor.toArray()))) {
      System.out.printf(Locale.ROOT, "%.6f %.4f%n", row.similarity(), row.log10Rate());
    }
  }

  private static List<Both> collect() throws Exception {
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
        .flatMap(entry -> entry.getValue().stream().map(file -> Map.entry(entry.getKey(), file)))
        .parallel()
        .flatMap(entry -> both(entry.getKey(), entry.getValue()).stream())
        .toList();
  }

  private static List<Both> both(String person, Path file) {
    try {
      FaceEngine engine = TestEngine.shared();
      Image image = TestEngine.image(file);
      List<Both> found = new ArrayList<>();
      for (Face face : engine.detect(image, DetectOptions.LARGEST)) {
        Image masked =
            Occlusion.draw(
                    image,
                    face.landmarks(),
                    Occlusion.Kind.MASK,
                    image,
                    new Random(file.hashCode()))
                .picture();
        for (Face again : engine.detect(masked, DetectOptions.LARGEST)) {
          found.add(new Both(person, seen(engine, image, face), seen(engine, masked, again)));
        }
      }
      return found;
    } catch (Exception e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }

  private static Seen seen(FaceEngine engine, Image image, Face face) {
    UpperFace upper = UpperFace.of(image, face.landmarks());
    Face shifted =
        new Face(upper.landmarks().bounds(), face.confidence(), upper.landmarks(), face.pose());
    return new Seen(
        engine.embed(image, face, VERSION), engine.embed(upper.picture(), shifted, VERSION));
  }
}
