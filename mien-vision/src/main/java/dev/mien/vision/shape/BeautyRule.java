package dev.mien.vision.shape;

import dev.mien.vision.landmark.Pose;

/**
 * A number for the published API's Beauty: how near a face's proportions are to the mean of all
 * faces, how symmetrical it is, and how even its skin, which are what studies of many raters find
 * people to agree on (Rhodes, 2006). It is no judgement of a person.
 */
final class BeautyRule {

  private static final Norm LENGTH = new Norm(1.2300, -0.0242, -0.0148, 0.0497);
  private static final Norm JAW = new Norm(0.7988, 0.0106, -0.0010, 0.0146);
  private static final Norm CHIN_LENGTH = new Norm(0.2491, -0.0042, -0.0079, 0.0215);
  private static final Norm NOSE_WIDTH = new Norm(0.3091, -0.0018, -0.0063, 0.0179);
  private static final Norm NOSE_LENGTH = new Norm(0.3651, -0.0108, -0.0053, 0.0196);
  private static final Norm EYE_DISTANCE = new Norm(0.2582, -0.0007, -0.0029, 0.0095);
  private static final Norm EYE_WIDTH = new Norm(0.2077, -0.0049, -0.0007, 0.0070);
  private static final Norm ASYMMETRY = new Norm(0.0056, -0.0012, 0.0112, 0.0044);

  /** Of the logarithm of the unevenness. */
  private static final Norm UNEVENNESS = new Norm(1.23, 0, 0, 0.3);

  /** The mean and the spread of the root mean square of the proportions' deviations. */
  private static final double DEPARTURE_MEAN = 1;

  private static final double DEPARTURE_DEVIATION = 0.35;

  private BeautyRule() {}

  /** 0..100, 50 for a face as near the mean, as symmetrical and as even as most. */
  static int beauty(FaceMeasures measures) {
    FormMeasures form = measures.form();
    Pose pose = measures.pose();
    double[] departures = {
      LENGTH.deviations(form.length(), pose),
      JAW.deviations(form.jawWidth(), pose),
      CHIN_LENGTH.deviations(form.chinLength(), pose),
      NOSE_WIDTH.deviations(form.noseWidth(), pose),
      NOSE_LENGTH.deviations(form.noseLength(), pose),
      EYE_DISTANCE.deviations(form.eyeDistance(), pose),
      EYE_WIDTH.deviations(form.eyeWidth(), pose)
    };
    double squares = 0;
    for (double departure : departures) {
      squares += departure * departure;
    }
    double departure =
        (Math.sqrt(squares / departures.length) - DEPARTURE_MEAN) / DEPARTURE_DEVIATION;
    double asymmetry = ASYMMETRY.deviations(form.asymmetry(), pose);
    double unevenness = UNEVENNESS.deviations(Math.log(measures.skin().unevenness()), pose);
    double merit = -(departure + asymmetry + unevenness) / 3;
    return (int) Math.round(100 / (1 + Math.exp(-1.5 * merit)));
  }
}
