package dev.mien.training;

import dev.mien.training.LinearTrainer.Sum;
import dev.mien.vision.attribute.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Trains one head: sums out of five folds (all views of a person in one), calibration on them,
 * figures from calibrations that did not see the fold, then the final sums on all rows. Rows of the
 * part {@link Task#MINED} are trained on like all others, but neither the calibration nor the
 * choice of the cost is made on them, so that rare values are as probable as where nobody looked
 * for them.
 */
final class HeadTraining {

  private static final int FOLDS = 5;

  private final Task task;
  private final int classes;
  private final List<float[]> rows = new ArrayList<>();
  private final List<Integer> folds = new ArrayList<>();
  private final List<Boolean> varied = new ArrayList<>();
  private final List<Double> targets = new ArrayList<>();
  private final List<String> parts = new ArrayList<>();

  /**
   * Takes the views that the task has a label for.
   *
   * @param person whom a view shows; all views of a person are in one fold
   */
  HeadTraining(Task task, List<View> views, Function<View, String> person) {
    this.task = task;
    this.classes = task.role().classes().size();
    for (View view : views) {
      double target = task.target().of(view);
      if (target != Task.UNKNOWN) {
        rows.add(view.of(task.blocks(), task.length()));
        targets.add(target);
        parts.add(task.part().apply(view));
        varied.add(view.varied());
        String shown = person.apply(view);
        folds.add(Math.floorMod(shown.hashCode() * 31 + shown.length(), FOLDS));
      }
    }
  }

  /**
   * What was learned.
   *
   * @param sums of the head
   * @param figures for people
   */
  record Result(List<Sum> sums, String figures) {}

  Result run() {
    return task.role().link() == Head.Link.IDENTITY ? regression() : classification();
  }

  private Result regression() {
    double bestCost = 0;
    double bestError = Double.POSITIVE_INFINITY;
    for (double cost : task.costs()) {
      double error = absoluteError(cost);
      if (error < bestError) {
        bestError = error;
        bestCost = cost;
      }
    }
    String figures =
        String.format(
            Locale.ROOT,
            "rows %d, mean absolute error %.2f, cost %.1f",
            varied.stream().filter(view -> !view).count(),
            bestError,
            bestCost);
    return new Result(List.of(sum(-1, 0, bestCost)), figures);
  }

  private double absoluteError(double cost) {
    List<Sum> byFold = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      byFold.add(sum(fold, 0, cost));
    }
    double error = 0;
    int count = 0;
    for (int row = 0; row < rows.size(); row++) {
      if (!varied.get(row)) {
        double value = Math.clamp(byFold.get(folds.get(row)).of(rows.get(row)), 0, 100);
        error += Math.abs(value - targets.get(row));
        count++;
      }
    }
    return error / count;
  }

  private Result classification() {
    int sums = Head.sums(task.role().link(), classes);
    double bestCost = 0;
    double bestLoss = Double.POSITIVE_INFINITY;
    double[][] outOfFold = new double[0][];
    for (double cost : task.costs()) {
      double[][] candidate = outOfFold(cost, sums);
      double loss = figures(candidate, HeadTraining::natural).logLoss();
      if (loss < bestLoss) {
        bestLoss = loss;
        bestCost = cost;
        outOfFold = candidate;
      }
    }
    Calibration calibration = calibrate(outOfFold, -1);
    List<Sum> calibrated = new ArrayList<>();
    for (int k = 0; k < sums; k++) {
      int column = sums == 1 ? 1 : k;
      Sum sum = sum(-1, column, bestCost);
      double[] weights = sum.weights();
      for (int i = 0; i < weights.length; i++) {
        weights[i] *= calibration.scale();
      }
      calibrated.add(
          new Sum(weights, calibration.scale() * sum.bias() + calibration.shifts()[column]));
    }
    return new Result(calibrated, text(outOfFold, bestCost));
  }

  private static boolean natural(String part) {
    return !part.equals(Task.MINED);
  }

  private String text(double[][] outOfFold, double cost) {
    List<String> classNames = task.role().classes();
    StringBuilder text = new StringBuilder();
    text.append(figures(outOfFold, HeadTraining::natural).text(classNames));
    text.append(String.format(Locale.ROOT, ", cost %.1f", cost));
    for (String part : new TreeSet<>(parts)) {
      if (!part.isEmpty()) {
        Figures figures = figures(outOfFold, part::equals);
        text.append("; ").append(part).append(": ").append(figures.text(classNames));
      }
    }
    return text.toString();
  }

  /** The sums of each row, from training without its fold. */
  private double[][] outOfFold(double cost, int sums) {
    double[][] outOfFold = new double[rows.size()][classes];
    for (int fold = 0; fold < FOLDS; fold++) {
      for (int k = 0; k < sums; k++) {
        int column = sums == 1 ? 1 : k;
        Sum sum = sum(fold, column, cost);
        for (int row = 0; row < rows.size(); row++) {
          if (folds.get(row) == fold) {
            outOfFold[row][column] = sum.of(rows.get(row));
          }
        }
      }
    }
    return outOfFold;
  }

  /** A sum trained on all rows but those of a fold. */
  private Sum sum(int fold, int column, double cost) {
    LinearTrainer trainer = new LinearTrainer(task.blocks(), cost);
    List<float[]> chosen = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    boolean regression = task.role().link() == Head.Link.IDENTITY;
    for (int row = 0; row < rows.size(); row++) {
      if (folds.get(row) != fold) {
        chosen.add(rows.get(row));
        double target = targets.get(row);
        values.add(regression ? target / LinearTrainer.AGE_UNIT_YEARS : target == column ? 1 : 0);
      }
    }
    double[] array = values.stream().mapToDouble(Double::doubleValue).toArray();
    if (!regression) {
      return trainer.logistic(chosen, array);
    }
    Sum sum = trainer.regression(chosen, array);
    double[] weights = sum.weights();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= LinearTrainer.AGE_UNIT_YEARS;
    }
    return new Sum(weights, sum.bias() * LinearTrainer.AGE_UNIT_YEARS);
  }

  private Calibration calibrate(double[][] sums, int fold) {
    List<double[]> chosen = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      if (!varied.get(row) && folds.get(row) != fold && natural(parts.get(row))) {
        chosen.add(sums[row]);
        labels.add((int) (double) targets.get(row));
      }
    }
    int[] array = labels.stream().mapToInt(Integer::intValue).toArray();
    return Calibration.fit(chosen.toArray(double[][]::new), array)
        .assuming(task.assumedShares(), array);
  }

  private Figures figures(double[][] sums, Predicate<String> chosenPart) {
    List<Calibration> calibrations = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      calibrations.add(calibrate(sums, fold));
    }
    List<double[]> probabilities = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      if (!varied.get(row) && chosenPart.test(parts.get(row))) {
        probabilities.add(calibrations.get(folds.get(row)).probabilities(sums[row]));
        labels.add((int) (double) targets.get(row));
      }
    }
    return Figures.of(
        probabilities.toArray(double[][]::new),
        labels.stream().mapToInt(Integer::intValue).toArray());
  }
}
