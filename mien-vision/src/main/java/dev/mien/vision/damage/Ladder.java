package dev.mien.vision.damage;

import dev.mien.vision.image.Image;
import java.util.Arrays;
import java.util.List;

/** A damage in steps, from hardly any to so much that little is left of a face. */
public enum Ladder {
  /** Gaussian. */
  BLUR("blur", "sigma, % of the face's width", 0.5, 1, 2, 4, 8),
  /** White, in each channel. */
  NOISE("noise", "sigma of 255", 5, 10, 20, 40, 80),
  /** Less light. */
  DARKNESS("darkness", "light left, %", 80, 60, 40, 25, 15),
  /** More light than the sensor takes. */
  OVER_EXPOSURE("over-exposure", "light, %", 130, 170, 220, 300, 400),
  /** Fewer pixels. */
  SHRINKING("down-scaling", "width of the face, px", 80, 60, 45, 34, 25),
  /** Stored as JPEG. */
  COMPRESSION("JPEG", "quality, %", 40, 25, 15, 8, 4),
  /** A cloth that is pulled up. */
  COVERING("covering from below", "% of the face's height", 10, 25, 40, 55, 70);

  private final String title;
  private final String unit;

  @SuppressWarnings("ImmutableEnumChecker") // a list made by toList
  private final List<Double> strengths;

  Ladder(String title, String unit, double... strengths) {
    this.title = title;
    this.unit = unit;
    this.strengths = Arrays.stream(strengths).boxed().toList();
  }

  /** What it does, in words. */
  public String title() {
    return title;
  }

  /** What the strengths are. */
  public String unit() {
    return unit;
  }

  /** The strength of each step, the least damage first. */
  public List<Double> strengths() {
    return strengths;
  }

  /** A picture of the face with so much damage. */
  public Image worse(GoodFace good, double strength) {
    Image image = good.picture();
    double width = good.face().box().width();
    return switch (this) {
      case BLUR -> Degradations.blurred(image, strength / 100 * width);
      case NOISE -> Degradations.noisy(image, strength);
      case DARKNESS -> Degradations.darkened(image, strength / 100);
      case OVER_EXPOSURE -> Degradations.overexposed(image, strength / 100);
      case SHRINKING -> Degradations.shrunk(image, Math.max(1, width / strength));
      case COMPRESSION -> Degradations.compressed(image, strength / 100);
      case COVERING -> Cover.fromBelow(image, good.face().landmarks(), strength / 100);
    };
  }
}
