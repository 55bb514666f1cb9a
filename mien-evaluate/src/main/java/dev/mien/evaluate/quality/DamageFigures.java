package dev.mien.evaluate.quality;

import dev.mien.evaluate.quality.LadderReport.Figures;
import dev.mien.evaluate.quality.LadderReport.Rungs;
import dev.mien.evaluate.quality.LadderReport.Step;
import dev.mien.evaluate.quality.LadderReport.WithFlaws;
import dev.mien.evaluate.report.Interval;
import dev.mien.evaluate.statistics.Bootstrap;
import dev.mien.evaluate.statistics.Proportion;
import dev.mien.vision.damage.Flaw;
import dev.mien.vision.damage.Flaws;
import dev.mien.vision.damage.Ladder;
import dev.mien.vision.damage.Occlusion;
import dev.mien.vision.quality.FacePart;
import dev.mien.vision.quality.FaceQuality;
import dev.mien.vision.quality.QualityLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Counts what is said of damaged faces. */
final class DamageFigures {
  private static final int REPLICATES = 400;

  /** A score of 0 to 100 that rises by no more has hardly risen: what rounding does. */
  private static final int SLACK = 1;

  /** What a face that is gone is refused for. */
  private static final String NOT_FOUND = "not found";

  private static final List<QualityLevel> LEVELS =
      Arrays.stream(QualityLevel.values()).filter(level -> !level.acceptsEverything()).toList();

  private DamageFigures() {}

  static List<Rungs> ladders(List<DamagedFace> faces) {
    return Arrays.stream(Ladder.values()).map(ladder -> ladder(ladder, faces)).toList();
  }

  private static Rungs ladder(Ladder ladder, List<DamagedFace> faces) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < ladder.strengths().size(); i++) {
      int step = i;
      steps.add(
          new Step(
              ladder.strengths().get(step),
              of(faces.stream().map(face -> face.steps(ladder).get(step)).toList())));
    }
    List<List<Integer>> scores = faces.stream().map(face -> scores(face, ladder)).toList();
    return new Rungs(
        ladder.title(),
        ladder.unit(),
        Proportion.of(scores.stream().filter(DamageFigures::falls).count(), faces.size()),
        Proportion.of(scores.stream().filter(face -> rises(face) == 0).count(), faces.size()),
        Proportion.of(scores.stream().filter(face -> rises(face) <= SLACK).count(), faces.size()),
        steps);
  }

  private static List<Integer> scores(DamagedFace face, Ladder ladder) {
    List<Integer> scores = new ArrayList<>();
    scores.add(face.whole().score());
    face.steps(ladder).forEach(step -> scores.add(score(step)));
    return scores;
  }

  private static int score(Optional<FaceQuality> quality) {
    return quality.map(FaceQuality::score).orElse(0);
  }

  /** Whether each is lower than the one before it, or both are 0. */
  static boolean falls(List<Integer> scores) {
    for (int i = 1; i < scores.size(); i++) {
      if (scores.get(i) >= scores.get(i - 1) && scores.get(i) > 0) {
        return false;
      }
    }
    return true;
  }

  /** The most by which one is higher than the one before it; 0 where none is. */
  static int rises(List<Integer> scores) {
    int most = 0;
    for (int i = 1; i < scores.size(); i++) {
      most = Math.max(most, scores.get(i) - scores.get(i - 1));
    }
    return most;
  }

  static Map<String, Figures> things(List<DamagedFace> faces) {
    Map<String, Figures> things = new LinkedHashMap<>();
    for (Occlusion.Kind kind : Occlusion.Kind.values()) {
      things.put(
          kind.name().toLowerCase(Locale.ROOT),
          of(faces.stream().map(face -> face.thing(kind)).toList()));
    }
    return things;
  }

  static List<WithFlaws> flaws(List<DamagedFace> faces) {
    List<Flaws> all = Flaws.all();
    List<WithFlaws> told = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      int index = i;
      int refusedFrom = all.get(i).refusedFrom();
      List<Optional<FaceQuality>> qualities =
          faces.stream().map(face -> face.flaws().get(index)).toList();
      long asWorded =
          qualities.stream().filter(quality -> isRefusedFrom(refusedFrom, quality)).count();
      told.add(
          new WithFlaws(
              all.get(i).title(),
              refusedFrom,
              Proportion.of(asWorded, faces.size()),
              Proportion.of(
                  qualities.stream().filter(quality -> names(all.get(index), quality)).count(),
                  faces.size()),
              of(qualities)));
    }
    return told;
  }

  private static boolean isRefusedFrom(int lowest, Optional<FaceQuality> quality) {
    return LEVELS.stream().allMatch(level -> accepts(level, quality) == level.level() < lowest);
  }

  private static boolean names(Flaws flaws, Optional<FaceQuality> quality) {
    Set<String> named =
        quality.stream()
            .flatMap(seen -> QualityLevel.VERY_HIGH.problems(seen, Set.of()).stream())
            .map(QualityLevel.Problem::value)
            .collect(Collectors.toSet());
    return flaws.flaws().stream().map(Flaw::value).allMatch(named::contains);
  }

  private static boolean accepts(QualityLevel level, Optional<FaceQuality> quality) {
    return quality.isPresent() && level.problems(quality.get(), Set.of()).isEmpty();
  }

  /** Of faces that one damage was done to. */
  static Figures of(List<Optional<FaceQuality>> qualities) {
    List<FaceQuality> found = qualities.stream().flatMap(Optional::stream).toList();
    Map<String, Double> completeness = new LinkedHashMap<>();
    for (FacePart part : FacePart.values()) {
      completeness.put(
          part.name().toLowerCase(Locale.ROOT),
          mean(found, quality -> quality.completeness().of(part)));
    }
    return new Figures(
        qualities.size(),
        Proportion.of(found.size(), qualities.size()),
        score(qualities),
        mean(found, FaceQuality::sharpness),
        mean(found, FaceQuality::brightness),
        completeness,
        LEVELS.stream().map(level -> accepted(level, qualities)).toList(),
        refusedFor(found, qualities.size()));
  }

  private static Interval accepted(QualityLevel level, List<Optional<FaceQuality>> qualities) {
    return Proportion.of(
        qualities.stream().filter(quality -> accepts(level, quality)).count(), qualities.size());
  }

  private static Map<String, Double> refusedFor(List<FaceQuality> found, int faces) {
    Map<String, Double> reasons = new LinkedHashMap<>();
    if (found.size() < faces) {
      reasons.put(NOT_FOUND, (double) (faces - found.size()) / faces);
    }
    LevelRates.refusals(QualityLevel.HIGH, found)
        .forEach((value, count) -> reasons.put(value, (double) count / faces));
    return reasons;
  }

  private static Interval score(List<Optional<FaceQuality>> qualities) {
    int[] scores = qualities.stream().mapToInt(DamageFigures::score).toArray();
    double[] replicates = new double[REPLICATES];
    for (int replicate = 0; replicate < REPLICATES; replicate++) {
      int[] drawn = Bootstrap.draw(scores.length, replicate);
      double sum = 0;
      for (int i = 0; i < scores.length; i++) {
        sum += drawn[i] * (double) scores[i];
      }
      replicates[replicate] = sum / scores.length;
    }
    return Bootstrap.interval(Arrays.stream(scores).average().orElse(Double.NaN), replicates);
  }

  private static double mean(List<FaceQuality> qualities, ToDoubleFunction<FaceQuality> value) {
    return qualities.stream().mapToDouble(value).average().orElse(Double.NaN);
  }
}
