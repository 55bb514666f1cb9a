package dev.mien.vision.liveness;

import java.util.List;

/**
 * A logistic model from the cues to the chance of life. The weights of the picture's cues were
 * fitted by LivenessTraining (tests of mien-vision) to live faces and to recaptures made of them,
 * not to the liveness set; the offset leaves a share of those live faces below even odds that is
 * named there.
 */
final class LivenessChance {

  /**
   * Of each of the net's log-odds. Set by hand: made attacks say nothing of how the net takes real
   * ones. More of it helps on one subject of the liveness set and harms on the other.
   */
  static final double NET_WEIGHT = 0.05;

  /** A cue that is further from its mean says no more, in standard deviations. */
  static final double FARTHEST = 3;

  private static final double OFFSET = 0.1985;

  /** In the order of {@link PictureCues#of}. */
  private static final List<Weighed> WEIGHED =
      List.of(
          // skin towards red and blue
          new Weighed(0.2269, 0.3701, -0.346),
          // skin towards green
          new Weighed(0.1198, 0.2070, -0.092),
          // pale skin
          new Weighed(0.1784, 0.2393, -0.319),
          // no colour at all
          new Weighed(0.0386, 0.1726, 0.278),
          // fine detail
          new Weighed(-2.3199, 0.3559, 0.286),
          // mean of Cb
          new Weighed(-0.1632, 0.1478, -0.233),
          // spread of Cb
          new Weighed(-2.6538, 0.9336, -0.111),
          // skew of Cb
          new Weighed(0.4722, 0.7853, 0.130),
          // mean of Cr
          new Weighed(0.2361, 0.1724, 0.028),
          // spread of Cr
          new Weighed(-2.4315, 0.9937, -0.279),
          // skew of Cr
          new Weighed(-0.4264, 0.7315, -0.089),
          // mean saturation
          new Weighed(0.2904, 0.1580, 0.502),
          // spread of saturation
          new Weighed(-2.5444, 0.8722, 0.327),
          // skew of saturation
          new Weighed(0.0242, 0.9930, 0.618),
          // correlation of Cb and Cr
          new Weighed(-0.7122, 0.2603, 0.120),
          // clipped by reflections and glare
          new Weighed(-1.5744, 0.5638, -0.184),
          // moiré
          new Weighed(3.3970, 0.5414, 0.038),
          // borders
          new Weighed(13.4434, 6.3857, -0.163));

  /**
   * A cue.
   *
   * @param mean of it on the pictures of the training
   * @param deviation its standard deviation on them
   * @param weight of a standard deviation, in log-odds
   */
  record Weighed(double mean, double deviation, double weight) {
    double logOdds(double cue) {
      return weight * Math.clamp((cue - mean) / deviation, -FARTHEST, FARTHEST);
    }
  }

  private LivenessChance() {}

  /**
   * The chance, 0..1.
   *
   * @param cues of {@link LivenessDetector#cues}
   */
  static double of(double[] cues) {
    return 1 / (1 + Math.exp(-OFFSET - logOdds(cues, WEIGHED)));
  }

  /** What the cues say together, but for the offset. */
  static double logOdds(double[] cues, List<Weighed> weighed) {
    if (cues.length != LivenessNet.COUNT + weighed.size()) {
      throw new IllegalArgumentException(cues.length + " cues");
    }
    double logOdds = 0;
    for (int i = 0; i < LivenessNet.COUNT; i++) {
      logOdds += NET_WEIGHT * cues[i];
    }
    for (int i = 0; i < weighed.size(); i++) {
      logOdds += weighed.get(i).logOdds(cues[LivenessNet.COUNT + i]);
    }
    return logOdds;
  }
}
