package dev.mien.vision.shape;

import dev.mien.vision.landmark.Pose;

/**
 * What nose and outline are. There are no labels to fit to: each kind but the common one is a
 * direction in which a face departs from the mean, and overtakes the common kind (a general nose,
 * an oval face) where the departure is rarer than about one in ten.
 */
final class FormRules {

  private static final Norm LENGTH = new Norm(1.2300, -0.0242, -0.0148, 0.0497);
  private static final Norm FOREHEAD = new Norm(0.8652, -0.0162, -0.0023, 0.0164);
  private static final Norm JAW = new Norm(0.7988, 0.0106, -0.0010, 0.0146);
  private static final Norm CHIN = new Norm(0.4424, 0.0108, -0.0026, 0.0198);
  private static final Norm NOSE_WIDTH = new Norm(0.3091, -0.0018, -0.0063, 0.0179);
  private static final Norm NOSE_TIP = new Norm(0.0837, -0.0009, -0.0023, 0.0036);
  private static final Norm NOSE_UPTURN = new Norm(0.8806, -0.0733, 0.0078, 0.0498);
  private static final Norm NOSE_HUMP = new Norm(0.0074, 0.0008, -0.0011, 0.0019);

  private static final double BOUND = 1.3;
  private static final double LOG_ODDS_PER_DEVIATION = 2;

  private FormRules() {}

  static Trait<NoseKind> nose(FormMeasures form, Pose pose) {
    double upturn = -NOSE_UPTURN.deviations(form.noseUpturn(), pose);
    double hump = NOSE_HUMP.deviations(form.noseHump(), pose);
    double tip = NOSE_TIP.deviations(form.noseTipWidth(), pose);
    double width = NOSE_WIDTH.deviations(form.noseWidth(), pose);
    return Trait.ofScores(
        NoseKind.values(), score(upturn), score(hump), 0, score((tip + width) / Math.sqrt(2)));
  }

  static Trait<OutlineKind> outline(FormMeasures form, Pose pose) {
    double length = LENGTH.deviations(form.length(), pose);
    double forehead = FOREHEAD.deviations(form.foreheadWidth(), pose);
    double jaw = JAW.deviations(form.jawWidth(), pose);
    double chin = CHIN.deviations(form.chinWidth(), pose);
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
