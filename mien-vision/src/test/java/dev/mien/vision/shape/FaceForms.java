package dev.mien.vision.shape;

/** Forms of faces that depart from the mean by so many standard deviations. */
final class FaceForms {

  private FaceForms() {}

  static FormMeasures mean() {
    return of(0, 0, 0, 0);
  }

  static FormMeasures of(double forehead, double jaw, double chin, double length) {
    return new FormMeasures(
        at(Norms.LENGTH, length),
        at(Norms.FOREHEAD, forehead),
        at(Norms.JAW, jaw),
        at(Norms.CHIN, chin),
        at(Norms.NOSE_WIDTH, 0),
        at(Norms.NOSE_TIP, 0),
        at(Norms.NOSE_LENGTH, 0),
        at(Norms.NOSE_UPTURN, 0),
        at(Norms.NOSE_HUMP, 0),
        at(Norms.EYE_DISTANCE, 0),
        at(Norms.EYE_WIDTH, 0),
        0.4,
        at(Norms.CHIN_LENGTH, 0),
        at(Norms.ASYMMETRY, 0));
  }

  private static double at(Norm norm, double deviations) {
    return norm.mean() + deviations * norm.deviation();
  }
}
