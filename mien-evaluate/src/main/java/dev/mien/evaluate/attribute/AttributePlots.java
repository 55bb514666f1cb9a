package dev.mien.evaluate.attribute;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.attribute.AttributeReport.Attribute;
import dev.mien.evaluate.attribute.CategoryFigures.Reliability;
import dev.mien.evaluate.plot.Axis;
import dev.mien.evaluate.plot.Curve;
import dev.mien.evaluate.plot.Plot;
import dev.mien.evaluate.plot.Plot.Style;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The plots of attributes. */
public final class AttributePlots {
  private AttributePlots() {}

  /** For each attribute with classes writes a confusion matrix and a reliability diagram. */
  public static void write(Path folder, AttributeReport report) throws EvaluationException {
    for (Map.Entry<String, Attribute> entry : report.attributes().entrySet()) {
      String name = entry.getKey().toLowerCase(Locale.ROOT).replace('_', '-');
      switch (entry.getValue().all()) {
        case CategoryFigures figures -> {
          Plot.confusion(
              folder,
              "attribute-" + name + "-confusion",
              entry.getKey() + ": labelled and predicted",
              figures.classes(),
              counts(figures));
          reliability(folder, name, entry.getKey(), figures.reliability());
        }
        case QuantityFigures _ -> {
          // figures say it all
        }
      }
    }
  }

  private static long[][] counts(CategoryFigures figures) {
    return figures.confusion().stream()
        .map(row -> row.stream().mapToLong(Long::longValue).toArray())
        .toArray(long[][]::new);
  }

  private static void reliability(Path folder, String name, String title, List<Reliability> bins)
      throws EvaluationException {
    if (bins.isEmpty()) {
      return;
    }
    Plot.curves(
        folder,
        "attribute-" + name + "-reliability",
        title + ": how often a probability is right",
        Axis.linear("probability", 0, 1),
        Axis.linear("share that is right", 0, 1),
        Style.MARKED,
        List.of(
            new Curve(
                "measured",
                bins.stream().mapToDouble(Reliability::probability).toArray(),
                bins.stream().mapToDouble(Reliability::accuracy).toArray()),
            new Curve("ideal", new double[] {0, 1}, new double[] {0, 1})));
  }
}
