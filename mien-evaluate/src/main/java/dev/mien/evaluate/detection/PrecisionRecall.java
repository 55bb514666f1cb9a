package dev.mien.evaluate.detection;

import dev.mien.evaluate.detection.Matching.Judged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Precision and recall by the confidence that is asked for.
 *
 * @param recall rising, one for each found face that counts, the surest first
 * @param precision of the faces up to there
 * @param required faces that must be found
 */
record PrecisionRecall(List<Double> recall, List<Double> precision, int required) {

  PrecisionRecall {
    recall = List.copyOf(recall);
    precision = List.copyOf(precision);
  }

  static PrecisionRecall of(List<Matching> pictures) {
    List<Judged> judged = new ArrayList<>();
    int required = 0;
    for (Matching picture : pictures) {
      judged.addAll(picture.found());
      required += picture.missed();
    }
    required += (int) judged.stream().filter(Judged::right).count();
    judged.sort(Comparator.comparingDouble(Judged::confidence).reversed());
    List<Double> recall = new ArrayList<>();
    List<Double> precision = new ArrayList<>();
    int right = 0;
    for (int i = 0; i < judged.size(); i++) {
      right += judged.get(i).right() ? 1 : 0;
      recall.add((double) right / required);
      precision.add((double) right / (i + 1));
    }
    return new PrecisionRecall(recall, precision, required);
  }

  /**
   * Average precision: the area under the highest precision that is reached at each recall or above
   * it (PASCAL VOC since 2010). Not a number if nothing is required.
   */
  double averagePrecision() {
    if (required == 0) {
      return Double.NaN;
    }
    double area = 0;
    double highest = 0;
    for (int i = recall.size() - 1; i >= 0; i--) {
      highest = Math.max(highest, precision.get(i));
      area += highest * (recall.get(i) - (i == 0 ? 0 : recall.get(i - 1)));
    }
    return area;
  }

  /** Share of the required faces that were found; not a number if nothing is required. */
  double finalRecall() {
    return required == 0 ? Double.NaN : recall.isEmpty() ? 0 : recall.getLast();
  }
}
