package dev.mien.vision.damage;

import dev.mien.vision.image.Image;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Flaws of one face at a time, and what the reference says of them.
 *
 * @param flaws at least one; copied
 */
public record Flaws(Set<Flaw> flaws) {
  /** So many flaws that are not severe are refused by level 2. */
  private static final int SEVERAL = 3;

  /** Refuses none at all with {@link IllegalArgumentException}. */
  public Flaws {
    if (flaws.isEmpty()) {
      throw new IllegalArgumentException("no flaws");
    }
    flaws = Collections.unmodifiableSet(EnumSet.copyOf(flaws));
  }

  /** Each flaw alone, then two at a time, then three: of light, of blur and of covered parts. */
  public static List<Flaws> all() {
    return Stream.concat(
            Stream.of(Flaw.values()).map(Flaws::of),
            Stream.of(
                of(Flaw.DARK, Flaw.BLURRED),
                of(Flaw.DARK, Flaw.CHIN_COVERED),
                of(Flaw.BLURRED, Flaw.CHIN_COVERED),
                of(Flaw.BRIGHT, Flaw.BROWS_COVERED),
                of(Flaw.DARK, Flaw.BLURRED, Flaw.CHIN_COVERED),
                of(Flaw.BRIGHT, Flaw.BLURRED, Flaw.BROWS_COVERED),
                of(Flaw.BROWS_COVERED, Flaw.CHEEKS_COVERED, Flaw.CHIN_COVERED)))
        .toList();
  }

  private static Flaws of(Flaw... flaws) {
    return new Flaws(Set.of(flaws));
  }

  /** In words. */
  public String title() {
    return flaws.stream().map(Flaw::title).collect(Collectors.joining(", "));
  }

  /**
   * The lowest level of QualityControl that refuses such a face, in the reference's words: 1 for
   * one or more that are severe, 2 for three or more others, 3 for one or two.
   */
  public int refusedFrom() {
    if (flaws.stream().anyMatch(Flaw::severe)) {
      return 1;
    }
    return flaws.size() >= SEVERAL ? 2 : 3;
  }

  /** A picture of the face with all of them. */
  public Image worse(GoodFace good) {
    Image image = good.picture();
    for (Flaw flaw : flaws) {
      image = flaw.add(good, image);
    }
    return image;
  }
}
