package dev.mien.evaluate.quality;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.plot.Axis;
import dev.mien.evaluate.plot.Curve;
import dev.mien.evaluate.plot.Plot;
import dev.mien.evaluate.plot.Plot.Style;
import dev.mien.evaluate.quality.LadderReport.Figures;
import dev.mien.evaluate.quality.LadderReport.Rungs;
import dev.mien.evaluate.report.DataSet;
import dev.mien.evaluate.report.Subject;
import dev.mien.evaluate.run.Batch;
import dev.mien.evaluate.run.Pipeline;
import dev.mien.vision.damage.GoodFace;
import dev.mien.vision.quality.FaceQuality;
import dev.mien.vision.quality.QualityLevel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Makes good faces worse, and measures what quality says of them.
 *
 * @param report the figures
 */
public record Ladders(LadderReport report) {
  private static final int LEVEL_PLOTTED = 3;

  /**
   * Takes good faces evenly from the list of pictures: those that level 4 accepts in their picture
   * and once they are cut out of it, where they are found and measured anew.
   *
   * @param qualities of the pictures' faces
   * @param most faces to take; all there are if they are fewer
   * @throws EvaluationException when no face is good
   */
  public static Ladders of(Pipeline pipeline, Batch<FaceQuality> qualities, int most, DataSet data)
      throws EvaluationException {
    Batch<FaceQuality> cutOut =
        pipeline.largestFaces(
            "good faces cut out",
            good(qualities),
            (image, face) -> GoodFace.of(pipeline.engine(), image, face).quality());
    List<String> good = good(cutOut);
    if (good.isEmpty()) {
      throw new EvaluationException(
          "no face of these pictures is good enough to be made worse: QualityControl 4 accepts"
              + " none");
    }
    Batch<DamagedFace> damaged =
        pipeline.largestFaces(
            "good faces made worse",
            spread(good, most),
            (image, face) ->
                DamagedFace.of(
                    pipeline.engine(),
                    GoodFace.of(pipeline.engine(), image, face),
                    face.box().hashCode()));
    List<DamagedFace> faces = List.copyOf(damaged.values().values());
    return new Ladders(
        new LadderReport(
            Subject.of("ladders", data, pipeline.packId()),
            qualities.failures(),
            good.size(),
            DamageFigures.of(faces.stream().map(face -> Optional.of(face.whole())).toList()),
            DamageFigures.ladders(faces),
            DamageFigures.things(faces),
            DamageFigures.flaws(faces)));
  }

  private static List<String> good(Batch<FaceQuality> qualities) {
    return qualities.values().entrySet().stream()
        .filter(face -> QualityLevel.VERY_HIGH.problems(face.getValue(), Set.of()).isEmpty())
        .map(face -> face.getKey())
        .toList();
  }

  /** So many of a list, the same distance between them. */
  static List<String> spread(List<String> all, int most) {
    int count = Math.min(most, all.size());
    return IntStream.range(0, count)
        .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
        .toList();
  }

  /** Writes ladders-score and ladders-accepted. */
  public void plot(Path folder) throws EvaluationException {
    plot(
        folder,
        "ladders-score",
        "Score of good faces made worse",
        "mean score",
        100,
        figures -> figures.score().value());
    plot(
        folder,
        "ladders-accepted",
        "Good faces made worse that QualityControl %d accepts".formatted(LEVEL_PLOTTED),
        "share accepted",
        1,
        figures -> figures.accepted().get(LEVEL_PLOTTED - 1).value());
  }

  private void plot(
      Path folder,
      String name,
      String title,
      String axis,
      double highest,
      ToDoubleFunction<Figures> value)
      throws EvaluationException {
    List<Curve> curves = new ArrayList<>();
    int longest = 1;
    for (Rungs ladder : report.ladders()) {
      List<Figures> figures = new ArrayList<>();
      figures.add(report.asTheyAre());
      ladder.steps().forEach(step -> figures.add(step.figures()));
      curves.add(
          new Curve(
              ladder.damage(),
              IntStream.range(0, figures.size()).asDoubleStream().toArray(),
              figures.stream().mapToDouble(value).toArray()));
      longest = Math.max(longest, ladder.steps().size());
    }
    Plot.curves(
        folder,
        name,
        title,
        Axis.linear("step", 0, longest),
        Axis.linear(axis, 0, highest),
        Style.MARKED,
        curves);
  }
}
