package dev.mien.vision.shape;

import dev.mien.vision.landmark.Pose;

/** What brows and eyes are, from what is measured on them. */
final class FeatureRules {

  private static final Norm BROW_DENSITY = new Norm(0.0568, 0, 0, 0.018);
  private static final Norm BROW_CURVE = new Norm(0.0635, 0.0257, 0.0055, 0.0319);
  private static final Norm BROW_LENGTH = new Norm(1.7675, 0.0486, -0.0584, 0.2541);
  private static final Norm EYE_AREA = new Norm(0.0238, -0.0014, 0.0004, 0.0041);

  /**
   * Where no label says what is "thick" or "long", half of the faces are; one standard deviation
   * away the rule is 0.88 sure.
   */
  private static final double LOG_ODDS_PER_DEVIATION = 2;

  /** Fitted to 45 of 299 faces that are labelled as narrow-eyed. */
  private static final double SMALL_EYES = -1.15;

  private static final double BIG_EYES = 1.15;

  private static final double EYE_LOG_ODDS_PER_DEVIATION = 1.6;

  /** The openness at which open and closed are as likely; of open eyes 99 % are above 0.13. */
  private static final double HALF_OPEN = 0.11;

  private static final double LOG_ODDS_PER_OPENNESS = 80;

  /** The depth of the fold at which a lid with and one without are as likely. */
  private static final double FOLD = 0.02;

  private static final double LOG_ODDS_PER_FOLD = 60;
  private static final double MOST_FOLD_LOG_ODDS = 3;

  private FeatureRules() {}

  static Trait<BrowDensity> browDensity(BrowMeasures brows, Pose pose) {
    return Trait.ofTwo(
        BrowDensity.LIGHT,
        BrowDensity.THICK,
        LOG_ODDS_PER_DEVIATION * BROW_DENSITY.deviations(brows.density(), pose));
  }

  static Trait<BrowCurve> browCurve(BrowMeasures brows, Pose pose) {
    return Trait.ofTwo(
        BrowCurve.FLAT,
        BrowCurve.CURVED,
        LOG_ODDS_PER_DEVIATION * BROW_CURVE.deviations(brows.curve(), pose));
  }

  static Trait<BrowLength> browLength(BrowMeasures brows, Pose pose) {
    return Trait.ofTwo(
        BrowLength.SHORT,
        BrowLength.LONG,
        LOG_ODDS_PER_DEVIATION * BROW_LENGTH.deviations(brows.length(), pose));
  }

  static Trait<EyelidKind> eyelid(EyeMeasures eyes) {
    double logOdds = LOG_ODDS_PER_FOLD * (eyes.fold() - FOLD);
    return Trait.ofTwo(
        EyelidKind.SINGLE,
        EyelidKind.DOUBLE,
        Math.clamp(logOdds, -MOST_FOLD_LOG_ODDS, MOST_FOLD_LOG_ODDS));
  }

  static Trait<EyeSize> eyeSize(EyeMeasures eyes, Pose pose) {
    double deviations = EYE_AREA.deviations(eyes.area(), pose);
    // The general kind is 0; each of the others overtakes it at its bound.
    return Trait.ofScores(
        EyeSize.values(),
        EYE_LOG_ODDS_PER_DEVIATION * (SMALL_EYES - deviations),
        0,
        EYE_LOG_ODDS_PER_DEVIATION * (deviations - BIG_EYES));
  }

  static Trait<EyeState> eyeState(double openness) {
    return Trait.ofTwo(
        EyeState.OPEN, EyeState.CLOSED, LOG_ODDS_PER_OPENNESS * (HALF_OPEN - openness));
  }
}
