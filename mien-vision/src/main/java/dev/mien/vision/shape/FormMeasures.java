package dev.mien.vision.shape;

import dev.mien.vision.landmark.UprightMesh;

/**
 * What is measured on the form of a face as it would be seen from the front. Lengths are shares of
 * the face's width at the cheeks.
 *
 * @param length forehead to chin
 * @param foreheadWidth at the temples' upper end
 * @param jawWidth at the corners of the jaw
 * @param chinWidth a little above the chin
 * @param noseWidth wing to wing
 * @param noseTipWidth across the ball of the nose
 * @param noseLength bridge to base
 * @param noseUpturn how far the base lies below the tip, over how far it lies behind it; small
 *     where the underside shows
 * @param noseHump how far the middle of the ridge stands out from the line between bridge and tip
 * @param eyeDistance between the inner corners
 * @param eyeWidth mean of both
 * @param mouthWidth corner to corner
 * @param chinLength lower lip to chin
 * @param asymmetry mean distance of points of one side from the mirror images of the other's
 */
record FormMeasures(
    double length,
    double foreheadWidth,
    double jawWidth,
    double chinWidth,
    double noseWidth,
    double noseTipWidth,
    double noseLength,
    double noseUpturn,
    double noseHump,
    double eyeDistance,
    double eyeWidth,
    double mouthWidth,
    double chinLength,
    double asymmetry) {

  private static final int FOREHEAD = 10;
  private static final int CHIN = 152;
  private static final int BRIDGE = 168;
  private static final int[] RIDGE = {197, 195};
  private static final int TIP = 4;
  private static final int NOSE_BASE = 2;
  private static final int LOWER_LIP = 17;

  /** Pairs of the left and the right side, from the brows to the chin. */
  private static final int[][] PAIRS = {
    {70, 300}, {105, 334}, {107, 336}, {33, 263}, {133, 362}, {159, 386}, {145, 374}, {234, 454},
    {93, 323}, {58, 288}, {172, 397}, {150, 379}, {148, 377}, {129, 358}, {97, 326}, {61, 291},
    {37, 267}, {84, 314}, {50, 280}, {205, 425}
  };

  static FormMeasures of(UprightMesh mesh) {
    double along = (mesh.y(RIDGE[0]) + mesh.y(RIDGE[1])) / 2 - mesh.y(BRIDGE);
    double ridge = (mesh.z(RIDGE[0]) + mesh.z(RIDGE[1])) / 2;
    double share = along / (mesh.y(TIP) - mesh.y(BRIDGE));
    double straight = mesh.z(BRIDGE) + share * (mesh.z(TIP) - mesh.z(BRIDGE));
    return new FormMeasures(
        mesh.y(CHIN) - mesh.y(FOREHEAD),
        mesh.x(284) - mesh.x(54),
        mesh.x(397) - mesh.x(172),
        mesh.x(378) - mesh.x(149),
        mesh.x(358) - mesh.x(129),
        mesh.distance(45, 275),
        mesh.y(NOSE_BASE) - mesh.y(BRIDGE),
        (mesh.y(NOSE_BASE) - mesh.y(TIP)) / Math.max(0.01, mesh.z(NOSE_BASE) - mesh.z(TIP)),
        straight - ridge,
        mesh.distance(133, 362),
        (mesh.distance(33, 133) + mesh.distance(263, 362)) / 2,
        mesh.x(291) - mesh.x(61),
        mesh.y(CHIN) - mesh.y(LOWER_LIP),
        asymmetry(mesh));
  }

  private static double asymmetry(UprightMesh mesh) {
    double sum = 0;
    double middle = 0;
    for (int[] pair : PAIRS) {
      middle += (mesh.x(pair[0]) + mesh.x(pair[1])) / 2 / PAIRS.length;
    }
    for (int[] pair : PAIRS) {
      sum +=
          Math.hypot(
              mesh.x(pair[0]) + mesh.x(pair[1]) - 2 * middle, mesh.y(pair[0]) - mesh.y(pair[1]));
    }
    return sum / PAIRS.length;
  }
}
