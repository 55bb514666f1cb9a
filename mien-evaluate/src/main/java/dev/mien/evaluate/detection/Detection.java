package dev.mien.evaluate.detection;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.detection.DetectionReport.Figures;
import dev.mien.evaluate.detection.Matching.Judged;
import dev.mien.evaluate.report.DataSet;
import dev.mien.evaluate.report.Interval;
import dev.mien.evaluate.report.Subject;
import dev.mien.evaluate.run.Batch;
import dev.mien.evaluate.run.Pipeline;
import dev.mien.evaluate.statistics.Bootstrap;
import dev.mien.evaluate.statistics.Proportion;
import dev.mien.evaluate.table.Row;
import dev.mien.evaluate.table.Slices;
import dev.mien.evaluate.table.Table;
import dev.mien.vision.DetectOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the detection of faces.
 *
 * @param report the figures
 * @param curve precision by recall
 */
public record Detection(DetectionReport report, PrecisionRecall curve) {
  private static final List<String> KNOWN =
      List.of("path", "width", "height", "x", "y", "w", "h", "required");
  private static final int REPLICATES = 400;

  /**
   * Searches each picture for up to 120 faces.
   *
   * @param table path, x, y, w, h of each labelled face; required and further labels
   * @param minFaceSize smallest face asked for, in pixels
   */
  public static Detection of(Pipeline pipeline, Table table, DataSet data, int minFaceSize)
      throws EvaluationException {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    table
        .rows()
        .forEach(row -> rows.computeIfAbsent(row.text("path"), _ -> new ArrayList<>()).add(row));
    DetectOptions options = new DetectOptions(DetectOptions.MAX_FACES, minFaceSize, false);
    Batch<List<FoundFace>> found =
        pipeline.pictures(
            List.copyOf(rows.keySet()),
            image ->
                pipeline.engine().detect(image, options).stream()
                    .map(face -> new FoundFace(face.box(), face.confidence()))
                    .toList());
    List<Matching> all = new ArrayList<>();
    List<Matching> large = new ArrayList<>();
    for (Map.Entry<String, List<Row>> picture : rows.entrySet()) {
      List<FoundFace> faces = found.value(picture.getKey()).orElse(List.of());
      List<LabelledFace> labels = labels(picture.getValue());
      all.add(Matching.of(labels, faces));
      large.add(Matching.of(largeOnes(labels, minFaceSize), faces));
    }
    DetectionReport report =
        new DetectionReport(
            Subject.of("detection", data, pipeline.packId()),
            found.failures(),
            minFaceSize,
            Matching.FOUND_OVERLAP,
            Matching.IGNORE_OVERLAP,
            figures(all),
            figures(large),
            recallBy(table, rows, found));
    return new Detection(report, PrecisionRecall.of(all));
  }

  private static List<LabelledFace> labels(List<Row> rows) throws EvaluationException {
    List<LabelledFace> labels = new ArrayList<>();
    for (Row row : rows) {
      labels.add(LabelledFace.of(row));
    }
    return labels;
  }

  private static List<LabelledFace> largeOnes(List<LabelledFace> labels, int minFaceSize) {
    return labels.stream()
        .map(
            label ->
                new LabelledFace(
                    label.box(), label.required() && label.shorterSide() >= minFaceSize))
        .toList();
  }

  private static Figures figures(List<Matching> pictures) {
    PrecisionRecall curve = PrecisionRecall.of(pictures);
    double[] recalls = new double[REPLICATES];
    double[] areas = new double[REPLICATES];
    for (int replicate = 0; replicate < REPLICATES; replicate++) {
      int[] drawn = Bootstrap.draw(pictures.size(), replicate);
      List<Matching> again = new ArrayList<>();
      for (int i = 0; i < drawn.length; i++) {
        for (int times = 0; times < drawn[i]; times++) {
          again.add(pictures.get(i));
        }
      }
      PrecisionRecall redrawn = PrecisionRecall.of(again);
      recalls[replicate] = redrawn.finalRecall();
      areas[replicate] = redrawn.averagePrecision();
    }
    int missed = pictures.stream().mapToInt(Matching::missed).sum();
    List<Judged> judged = pictures.stream().flatMap(picture -> picture.found().stream()).toList();
    return new Figures(
        curve.required(),
        curve.required() - missed,
        (int) judged.stream().filter(face -> !face.right()).count(),
        pictures.stream().mapToInt(Matching::ignored).sum(),
        Bootstrap.interval(curve.finalRecall(), recalls),
        Bootstrap.interval(curve.averagePrecision(), areas));
  }

  private static Map<String, Map<String, Interval>> recallBy(
      Table table, Map<String, List<Row>> rows, Batch<List<FoundFace>> found)
      throws EvaluationException {
    Map<String, Map<String, Interval>> recallBy = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> column : Slices.of(table, KNOWN).entrySet()) {
      Map<String, Interval> byValue = new LinkedHashMap<>();
      for (String value : column.getValue()) {
        byValue.put(value, recall(rows, found, column.getKey(), value));
      }
      recallBy.put(column.getKey(), byValue);
    }
    return recallBy;
  }

  private static Interval recall(
      Map<String, List<Row>> rows, Batch<List<FoundFace>> found, String column, String value)
      throws EvaluationException {
    int hits = 0;
    int required = 0;
    for (Map.Entry<String, List<Row>> picture : rows.entrySet()) {
      List<LabelledFace> labels = new ArrayList<>();
      for (Row row : picture.getValue()) {
        LabelledFace label = LabelledFace.of(row);
        boolean counts = label.required() && Slices.value(row, column).equals(value);
        labels.add(new LabelledFace(label.box(), counts));
      }
      Matching matching = Matching.of(labels, found.value(picture.getKey()).orElse(List.of()));
      int right = (int) matching.found().stream().filter(Judged::right).count();
      hits += right;
      required += right + matching.missed();
    }
    return Proportion.of(hits, required);
  }
}
