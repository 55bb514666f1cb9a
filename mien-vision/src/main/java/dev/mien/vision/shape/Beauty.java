package dev.mien.vision.shape;

import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.DetailedFace;
import dev.mien.vision.landmark.Pose;

/**
 * A number for the published API's Beauty: how near a face's proportions are to the mean of all
 * faces, how symmetrical it is, and how even its skin, which are what studies of many raters find
 * people to agree on (Rhodes, 2006). It is no judgement of a person.
 */
public final class Beauty {

  /** The mean and the spread of the root mean square of the proportions' deviations. */
  private static final double DEPARTURE_MEAN = 1;

  private static final double DEPARTURE_DEVIATION = 0.35;

  /** A drawn face may have none at all. */
  private static final double LEAST_UNEVENNESS = 0.5;

  private Beauty() {}

  /**
   * 0..100, 50 for a face as near the mean, as symmetrical and as even as most. Costs about a
   * millisecond.
   */
  public static int of(Image image, DetailedFace face) {
    return of(FaceMeasures.of(image, face));
  }

  static int of(FaceMeasures measures) {
    FormMeasures form = measures.form();
    Pose pose = measures.pose();
    double[] departures = {
      Norms.LENGTH.deviations(form.length(), pose),
      Norms.JAW.deviations(form.jawWidth(), pose),
      Norms.CHIN_LENGTH.deviations(form.chinLength(), pose),
      Norms.NOSE_WIDTH.deviations(form.noseWidth(), pose),
      Norms.NOSE_LENGTH.deviations(form.noseLength(), pose),
      Norms.EYE_DISTANCE.deviations(form.eyeDistance(), pose),
      Norms.EYE_WIDTH.deviations(form.eyeWidth(), pose)
    };
    double squares = 0;
    for (double departure : departures) {
      squares += departure * departure;
    }
    double departure =
        (Math.sqrt(squares / departures.length) - DEPARTURE_MEAN) / DEPARTURE_DEVIATION;
    double asymmetry = Norms.ASYMMETRY.deviations(form.asymmetry(), pose);
    double unevenness =
        Norms.LOG_UNEVENNESS.deviations(
            Math.log(Math.max(LEAST_UNEVENNESS, measures.skin().unevenness())), pose);
    double merit = -(departure + asymmetry + unevenness) / 3;
    return (int) Math.round(100 / (1 + Math.exp(-1.5 * merit)));
  }
}
