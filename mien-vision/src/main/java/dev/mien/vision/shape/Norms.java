package dev.mien.vision.shape;

/**
 * How each measure is spread, by regression on 659 development faces (of the sets with hair and
 * beard labels and with five points) that are turned by less than 30 degrees to the side and 25 up
 * or down. "Deviation" is that of the middle half, as if the spread were Gaussian.
 */
final class Norms {

  static final Norm BROW_DENSITY = new Norm(0.0568, 0, 0, 0.018);
  static final Norm BROW_CURVE = new Norm(0.0676, 0.027, 0.0065, 0.0362);
  static final Norm BROW_LENGTH = new Norm(1.7746, 0.0535, -0.0549, 0.2704);
  static final Norm EYE_AREA = new Norm(0.0232, -0.0016, 0.0007, 0.0045);
  static final Norm LENGTH = new Norm(1.2173, -0.0254, -0.0137, 0.0511);
  static final Norm FOREHEAD = new Norm(0.8674, -0.0165, -0.0026, 0.0167);
  static final Norm JAW = new Norm(0.7994, 0.0111, -0.0011, 0.0152);
  static final Norm CHIN = new Norm(0.4451, 0.0115, -0.0031, 0.0206);
  static final Norm NOSE_WIDTH = new Norm(0.3104, -0.0015, -0.0077, 0.0189);
  static final Norm NOSE_TIP = new Norm(0.0842, -0.0009, -0.0025, 0.0037);
  static final Norm NOSE_LENGTH = new Norm(0.362, -0.0114, -0.0047, 0.0209);
  static final Norm NOSE_UPTURN = new Norm(0.8679, -0.0729, 0.0122, 0.0494);
  static final Norm NOSE_HUMP = new Norm(0.0073, 0.0008, -0.0011, 0.0021);
  static final Norm EYE_DISTANCE = new Norm(0.2577, -0.0014, -0.0025, 0.0099);
  static final Norm EYE_WIDTH = new Norm(0.2075, -0.005, -0.0009, 0.0068);
  static final Norm CHIN_LENGTH = new Norm(0.2459, -0.0037, -0.006, 0.0247);
  static final Norm ASYMMETRY = new Norm(0.0062, -0.0016, 0.0105, 0.0048);
  static final Norm LOG_UNEVENNESS = new Norm(1.23, 0, 0, 0.3);

  private Norms() {}
}
