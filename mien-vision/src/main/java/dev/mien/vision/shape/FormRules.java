package dev.mien.vision.shape;

import dev.mien.vision.landmark.Pose;

/**
 * What nose and outline are. There are no labels to fit to: each kind but the common one is a
 * direction in which a face departs from the mean, and overtakes the common kind (a general nose,
 * an oval face) where the departure is rarer than about one in ten.
 */
final class FormRules {

  private static final double BOUND = 1.3;
  private static final double LOG_ODDS_PER_DEVIATION = 2;

  private FormRules() {}

  static Trait<NoseKind> nose(FormMeasures form, Pose pose) {
    double upturn = -Norms.NOSE_UPTURN.deviations(form.noseUpturn(), pose);
    double hump = Norms.NOSE_HUMP.deviations(form.noseHump(), pose);
    double tip = Norms.NOSE_TIP.deviations(form.noseTipWidth(), pose);
    double width = Norms.NOSE_WIDTH.deviations(form.noseWidth(), pose);
    return Trait.ofScores(
        NoseKind.values(), score(upturn), score(hump), 0, score((tip + width) / Math.sqrt(2)));
  }

  static Trait<OutlineKind> outline(FormMeasures form, Pose pose) {
    double length = Norms.LENGTH.deviations(form.length(), pose);
    double forehead = Norms.FOREHEAD.deviations(form.foreheadWidth(), pose);
    double jaw = Norms.JAW.deviations(form.jawWidth(), pose);
    double chin = Norms.CHIN.deviations(form.chinWidth(), pose);
    return Trait.ofScores(
        OutlineKind.values(),
        score((jaw + chin) / Math.sqrt(2)),
        score((jaw - forehead) / Math.sqrt(2)),
        0,
        score((forehead - chin) / Math.sqrt(2)),
        score(-length));
  }

  private static double score(double deviations) {
    return LOG_ODDS_PER_DEVIATION * (deviations - BOUND);
  }
}
