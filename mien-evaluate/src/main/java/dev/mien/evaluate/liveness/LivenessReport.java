package dev.mien.evaluate.liveness;

import dev.mien.evaluate.report.Failures;
import dev.mien.evaluate.report.Interval;
import dev.mien.evaluate.report.Subject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found out about liveness, in the terms of ISO/IEC 30107-3. Bounds are Wilson's: they
 * take pictures for independent, which those of few people are not.
 *
 * @param subject what was measured
 * @param pictures how many, and which of them failed or were refused for a face that is too small
 * @param leastFaceSize faces smaller than this on either side are refused, in pixels
 * @param live how many live faces there were and what became of them
 * @param attacks the same of each kind of attack
 * @param equalErrorRate where attacks pass as often as live faces are refused
 * @param thresholds error rates at the scores that the published API names
 * @param slices further column to value to the error rates of the pictures with that value
 */
public record LivenessReport(
    Subject subject,
    Failures pictures,
    int leastFaceSize,
    Responses live,
    Map<String, Responses> attacks,
    double equalErrorRate,
    List<AtThreshold> thresholds,
    Map<String, Map<String, List<AtThreshold>>> slices) {

  /** Copies the collections. */
  public LivenessReport {
    attacks = Collections.unmodifiableMap(new LinkedHashMap<>(attacks));
    thresholds = List.copyOf(thresholds);
    slices = Collections.unmodifiableMap(new LinkedHashMap<>(slices));
  }

  /**
   * What became of the pictures of one kind.
   *
   * @param pictures how many there were
   * @param judged how many got a score
   * @param tooSmall refused for a face that is too small
   * @param failed without a face, or without a picture
   */
  public record Responses(int pictures, int judged, int tooSmall, int failed) {}

  /**
   * Error rates at a score, of the faces that were judged.
   *
   * @param score of DetectLiveFaceAccurate from which a face counts as live; DetectLiveFace answers
   *     the same judgement on a scale on which its 87 is what 40 is here
   * @param liveRefused share of live faces below it (BPCER)
   * @param attacksAccepted for each kind of attack the share that counts as live (APCER)
   * @param worstAttack the highest rate of any kind
   */
  public record AtThreshold(
      double score,
      Interval liveRefused,
      Map<String, Interval> attacksAccepted,
      double worstAttack) {

    /** Copies the map. */
    public AtThreshold {
      attacksAccepted = Collections.unmodifiableMap(new LinkedHashMap<>(attacksAccepted));
    }
  }
}
