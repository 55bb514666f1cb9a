package dev.mien.vision.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.FaceEngine;
import dev.mien.vision.SharedFaces;
import dev.mien.vision.TestEngine;
import dev.mien.vision.measure.EmbeddedSet.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/**
 * Writes the calibration table of each model version's embedder as the pack's file {@code
 * <embedder>.calibration.txt} into {@code target/measured}, and prints the false match rates of
 * demographic groups at score 50. The different people are those of the utkface set from 16 years
 * on (children's faces are too alike to calibrate for all on them) and those of the identities set.
 * Takes minutes; run by {@code mvn -pl mien-vision test -Dtest=CalibrationMeasurement}, then copy
 * the files to {@code mien-models/src/main/pack}.
 */
class CalibrationMeasurement {

  private static final int ADULT_YEARS = 16;

  /** The third number in a picture's name, as the publishers of the set explain it. */
  private static final List<String> GROUPS = List.of("White", "Black", "Asian", "Indian", "Others");

  @Test
  void calibration_of_each_embedder() throws Exception {
    FaceEngine engine = TestEngine.shared();
    EmbeddedSet people = embed(engine, "utkface");
    EmbeddedSet identities = embed(engine, "identities");
    for (String version : engine.modelVersions()) {
      DoubleList impostors = new DoubleList();
      collect(people, version, (a, b) -> isAdult(a) && isAdult(b), impostors);
      int peoplePairs = impostors.size();
      collect(identities, version, CalibrationMeasurement::differ, impostors);
      int allPairs = impostors.size();
      Rates rates = new Rates(new double[] {1}, impostors.toArray());
      List<CalibrationFit.Row> table = CalibrationFit.table(rates);
      write(engine.embedder(version).id(), table, peoplePairs, allPairs - peoplePairs);
      printGroups(people, version, table);
      assertThat(table.getLast().log10Rate()).isEqualTo(-9);
    }
  }

  private static EmbeddedSet embed(FaceEngine engine, String set) throws Exception {
    Path folder = SharedFaces.folder(set);
    return EmbeddedSet.embed(engine, folder, SharedFaces.rows(folder.resolve("labels.csv")));
  }

  private static void collect(
      EmbeddedSet set,
      String version,
      BiPredicate<Map<String, String>, Map<String, String>> isPair,
      DoubleList similarities) {
    List<Sample> samples = set.samples();
    for (int i = 0; i < samples.size(); i++) {
      for (int j = 0; j < i; j++) {
        double similarity = set.similarity(version, i, j);
        if (similarity >= -1 && isPair.test(samples.get(i).label(), samples.get(j).label())) {
          similarities.add(similarity);
        }
      }
    }
  }

  private static boolean isAdult(Map<String, String> label) {
    return Integer.parseInt(label.get("age")) >= ADULT_YEARS;
  }

  private static boolean differ(Map<String, String> one, Map<String, String> other) {
    return !one.get("identity").equals(other.get("identity"));
  }

  private static String group(Map<String, String> label) {
    String name = Path.of(label.get("path")).getFileName().toString();
    String[] parts = name.split("_", -1);
    return parts.length > 3 ? GROUPS.get(Integer.parseInt(parts[2])) : "unknown";
  }

  private static void write(
      String embedder, List<CalibrationFit.Row> table, int peoplePairs, int identityPairs)
      throws Exception {
    StringBuilder text = new StringBuilder();
    text.append(
        "# Similarity of two vectors of %s, and log10 of the share of different people that reach it.%n"
            .formatted(embedder));
    text.append(
        "# Made on %s by CalibrationMeasurement (mien-vision, test scope) from %d pairs of different adults of the%n"
            .formatted(LocalDate.now(ZoneOffset.UTC), peoplePairs));
    text.append(
        "# utkface set and %d of the identities set. Counted down to 1e-3, a fitted parabola beyond.%n"
            .formatted(identityPairs));
    for (CalibrationFit.Row row : table) {
      text.append(String.format(Locale.ROOT, "%.5f %.4f%n", row.similarity(), row.log10Rate()));
    }
    Path file = Path.of("target", "measured", embedder + ".calibration.txt");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    System.out.println("wrote " + file.toAbsolutePath());
  }

  private static void printGroups(
      EmbeddedSet people, String version, List<CalibrationFit.Row> table) {
    double threshold =
        table.stream().filter(row -> row.log10Rate() <= -4).findFirst().orElseThrow().similarity();
    System.out.printf(
        "version %s, false match rate within groups at 1e-4 for all (%.4f)%n", version, threshold);
    for (String group : GROUPS) {
      for (boolean adults : new boolean[] {true, false}) {
        DoubleList within = new DoubleList();
        collect(
            people,
            version,
            (a, b) ->
                group(a).equals(group)
                    && group(b).equals(group)
                    && isAdult(a) == adults
                    && isAdult(b) == adults,
            within);
        double[] similarities = within.toArray();
        System.out.printf(
            "  %-7s %-8s %8d pairs: %.1e%n",
            group,
            adults ? "adults" : "children",
            similarities.length,
            new Rates(new double[] {1}, similarities).falseMatchRate(threshold));
      }
    }
  }
}
