package dev.mien.evaluate.attribute;

import dev.mien.evaluate.attribute.CategoryFigures.Reliability;
import dev.mien.evaluate.report.Interval;
import dev.mien.evaluate.statistics.Proportion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Computes the figures of classes. */
final class Categories {
  private static final int BINS = 10;

  private Categories() {}

  /**
   * A face.
   *
   * @param label its class
   * @param said what the pipeline says
   */
  record Sample(String label, Prediction.Category said) {
    boolean isRight() {
      return label.equals(said.value());
    }
  }

  /** The figures of at least one face. */
  static CategoryFigures of(List<Sample> samples) {
    TreeSet<String> names = new TreeSet<>();
    samples.forEach(
        sample -> {
          names.add(sample.label());
          names.add(sample.said().value());
        });
    List<String> classes = List.copyOf(names);
    long[][] confusion = new long[classes.size()][classes.size()];
    for (Sample sample : samples) {
      confusion[classes.indexOf(sample.label())][classes.indexOf(sample.said().value())]++;
    }
    Map<String, Interval> perClass = new LinkedHashMap<>();
    long commonest = 0;
    for (int i = 0; i < classes.size(); i++) {
      long labelled = 0;
      for (long count : confusion[i]) {
        labelled += count;
      }
      commonest = Math.max(commonest, labelled);
      if (labelled > 0) {
        perClass.put(classes.get(i), Proportion.of(confusion[i][i], labelled));
      }
    }
    List<Reliability> reliability = reliability(samples);
    return new CategoryFigures(
        samples.size(),
        Proportion.of(samples.stream().filter(Sample::isRight).count(), samples.size()),
        perClass.values().stream().mapToDouble(Interval::value).average().orElse(Double.NaN),
        (double) commonest / samples.size(),
        classes,
        perClass,
        rows(confusion),
        calibrationError(reliability),
        reliability);
  }

  private static List<List<Long>> rows(long[][] confusion) {
    List<List<Long>> rows = new ArrayList<>();
    for (long[] row : confusion) {
      List<Long> cells = new ArrayList<>();
      for (long cell : row) {
        cells.add(cell);
      }
      rows.add(cells);
    }
    return rows;
  }

  private static List<Reliability> reliability(List<Sample> samples) {
    List<Reliability> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      int faces = 0;
      int right = 0;
      double sum = 0;
      for (Sample sample : samples) {
        double probability = sample.said().probability();
        if (!Double.isNaN(probability) && Math.min(BINS - 1, (int) (probability * BINS)) == bin) {
          faces++;
          right += sample.isRight() ? 1 : 0;
          sum += probability;
        }
      }
      if (faces > 0) {
        bins.add(new Reliability(faces, sum / faces, (double) right / faces));
      }
    }
    return bins;
  }

  private static double calibrationError(List<Reliability> bins) {
    double sum = 0;
    int faces = 0;
    for (Reliability bin : bins) {
      sum += bin.faces() * Math.abs(bin.probability() - bin.accuracy());
      faces += bin.faces();
    }
    return faces == 0 ? Double.NaN : sum / faces;
  }
}
