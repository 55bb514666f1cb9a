package dev.mien.vision.shape;

import dev.mien.vision.landmark.Pose;

/** What brows and eyes are, from what is measured on them. */
final class FeatureRules {

  /**
   * Where no label says what is "thick" or "long", half of the faces are; one standard deviation
   * away the rule is 0.88 sure.
   */
  private static final double LOG_ODDS_PER_DEVIATION = 2;

  /**
   * Logistic regression on 299 faces of which 45 are labelled as narrow-eyed. No label says what is
   * big: the rule is the same on the other side.
   */
  private static final double EYE_LOG_ODDS_PER_DEVIATION = 0.87;

  private static final double EYE_LOG_ODDS = -1.96;

  /**
   * The openness at which open and closed are as likely, by the 27 least open pairs of eyes among
   * 1,750 faces, looked at one by one: the closed ones are below it, and three of the narrow ones.
   */
  private static final double HALF_OPEN = 0.12;

  private static final double LOG_ODDS_PER_OPENNESS = 60;

  /**
   * The depth of the fold at which a lid with and one without are as likely. There are no labels;
   * faces of a set in which single lids are frequent have a shallower fold than those of one in
   * which they are rare in 68 of 100 pairs.
   */
  private static final double FOLD = 0.03;

  private static final double LOG_ODDS_PER_FOLD = 14;

  /** What pictures can tell of a fold is limited: at most 0.95. */
  private static final double MOST_FOLD_LOG_ODDS = 3;

  private FeatureRules() {}

  static Trait<BrowDensity> browDensity(BrowMeasures brows, Pose pose) {
    return Trait.ofTwo(
        BrowDensity.LIGHT,
        BrowDensity.THICK,
        LOG_ODDS_PER_DEVIATION * Norms.BROW_DENSITY.deviations(brows.density(), pose));
  }

  static Trait<BrowCurve> browCurve(BrowMeasures brows, Pose pose) {
    return Trait.ofTwo(
        BrowCurve.FLAT,
        BrowCurve.CURVED,
        LOG_ODDS_PER_DEVIATION * Norms.BROW_CURVE.deviations(brows.curve(), pose));
  }

  static Trait<BrowLength> browLength(BrowMeasures brows, Pose pose) {
    return Trait.ofTwo(
        BrowLength.SHORT,
        BrowLength.LONG,
        LOG_ODDS_PER_DEVIATION * Norms.BROW_LENGTH.deviations(brows.length(), pose));
  }

  static Trait<EyelidKind> eyelid(EyeMeasures eyes) {
    double logOdds = LOG_ODDS_PER_FOLD * (eyes.fold() - FOLD);
    return Trait.ofTwo(
        EyelidKind.SINGLE,
        EyelidKind.DOUBLE,
        Math.clamp(logOdds, -MOST_FOLD_LOG_ODDS, MOST_FOLD_LOG_ODDS));
  }

  static Trait<EyeSize> eyeSize(EyeMeasures eyes, Pose pose) {
    double deviations = Norms.EYE_AREA.deviations(eyes.area(), pose);
    return Trait.ofScores(
        EyeSize.values(),
        EYE_LOG_ODDS - EYE_LOG_ODDS_PER_DEVIATION * deviations,
        0,
        EYE_LOG_ODDS + EYE_LOG_ODDS_PER_DEVIATION * deviations);
  }

  static Trait<EyeState> eyeState(double openness) {
    return Trait.ofTwo(
        EyeState.OPEN, EyeState.CLOSED, LOG_ODDS_PER_OPENNESS * (HALF_OPEN - openness));
  }
}
