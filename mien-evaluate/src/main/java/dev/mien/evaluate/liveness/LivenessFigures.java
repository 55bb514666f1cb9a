package dev.mien.evaluate.liveness;

import dev.mien.evaluate.liveness.LivenessReport.AtThreshold;
import dev.mien.evaluate.liveness.LivenessReport.Responses;
import dev.mien.evaluate.report.Interval;
import dev.mien.evaluate.statistics.ErrorRates;
import dev.mien.evaluate.statistics.Proportion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Computes the figures of presentations.
 *
 * @param presentations live faces and attacks
 */
record LivenessFigures(List<Presentation> presentations) {
  /** The thresholds of DetectLiveFaceAccurate, and a stricter one with the number of the other. */
  private static final double[] THRESHOLDS = {40, 87};

  LivenessFigures {
    presentations = List.copyOf(presentations);
  }

  /** The figures of a part. */
  LivenessFigures where(Predicate<Presentation> condition) {
    return new LivenessFigures(presentations.stream().filter(condition).toList());
  }

  /** Judged live faces as what should match, judged attacks as what should not. */
  ErrorRates rates() {
    return new ErrorRates(scores(true), scores(false), 0);
  }

  private float[] scores(boolean live) {
    List<Double> scores =
        presentations.stream()
            .filter(presentation -> presentation.isLive() == live)
            .map(Presentation::response)
            .flatMap(
                response ->
                    response instanceof Presentation.Judged judged
                        ? Stream.of(judged.score())
                        : Stream.empty())
            .toList();
    float[] narrowed = new float[scores.size()];
    for (int i = 0; i < narrowed.length; i++) {
      narrowed[i] = scores.get(i).floatValue();
    }
    return narrowed;
  }

  /** The kinds of attack, sorted. */
  List<String> kinds() {
    TreeSet<String> kinds = new TreeSet<>();
    presentations.stream()
        .filter(presentation -> !presentation.isLive())
        .forEach(presentation -> kinds.add(presentation.attack()));
    return List.copyOf(kinds);
  }

  /** What became of the pictures of a kind of attack, or, by an empty name, of the live faces. */
  Responses responses(String kind) {
    List<Presentation> ofKind =
        presentations.stream().filter(presentation -> presentation.attack().equals(kind)).toList();
    int judged = (int) ofKind.stream().filter(Presentation::isJudged).count();
    int tooSmall =
        (int)
            ofKind.stream()
                .filter(presentation -> presentation.response() instanceof Presentation.TooSmall)
                .count();
    return new Responses(ofKind.size(), judged, tooSmall, ofKind.size() - judged - tooSmall);
  }

  List<AtThreshold> thresholds() {
    return List.of(at(THRESHOLDS[0]), at(THRESHOLDS[1]));
  }

  AtThreshold at(double threshold) {
    Map<String, Interval> accepted = new LinkedHashMap<>();
    double worst = Double.NaN;
    for (String kind : kinds()) {
      Interval rate = passing(kind, threshold);
      accepted.put(kind, rate);
      worst = Double.isNaN(worst) ? rate.value() : Math.max(worst, rate.value());
    }
    return new AtThreshold(threshold, passing("", threshold).complement(), accepted, worst);
  }

  /** Share of the judged pictures of a kind. */
  private Interval passing(String kind, double threshold) {
    List<Presentation> judged =
        presentations.stream()
            .filter(presentation -> presentation.attack().equals(kind))
            .filter(Presentation::isJudged)
            .toList();
    return Proportion.of(
        judged.stream().filter(presentation -> presentation.passes(threshold)).count(),
        judged.size());
  }
}
