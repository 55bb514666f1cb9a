package dev.mien.vision.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The levels 0 to 4 of QualityControl: what may be wrong with a face. In the reference's words a
 * picture is refused by 1 for one or more of: extreme blur, covered eyes, nose or mouth (severe
 * problems); by 2 also for three or more, by 3 for any of: too bright, too dark, blur or average
 * blur, covered eyebrows, cheeks or chin (plain problems); 4 takes pictures that are optimal in
 * every dimension, or have one slight problem. The bounds are those of the quality values.
 */
public enum QualityLevel {
  /** Everything is accepted. */
  NONE(0, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE),
  /** No severe problem. */
  LOW(1, 0, Integer.MAX_VALUE, Integer.MAX_VALUE),
  /** And fewer than three plain ones. */
  MEDIUM(2, 0, 2, Integer.MAX_VALUE),
  /** And no plain one. */
  HIGH(3, 0, 0, Integer.MAX_VALUE),
  /** And one slight one at most. */
  VERY_HIGH(4, 0, 0, 1);

  /** Bounds that the reference gives for the quality values. */
  private static final int VERY_BLURRED_BELOW = 40;

  private static final int CLEAR_FROM = 80;
  private static final int DARK_BELOW = 30;
  private static final int BRIGHT_ABOVE = 70;

  /** How near to a bound a value is a slight problem; the reference says no number. */
  private static final int SLIGHT = 5;

  private static final String SHARPNESS = "Sharpness";

  private static final Set<FacePart> SEVERE_PARTS =
      EnumSet.of(FacePart.EYE, FacePart.NOSE, FacePart.MOUTH);

  private final int level;
  private final int severeMax;
  private final int plainMax;
  private final int slightMax;

  QualityLevel(int level, int severeMax, int plainMax, int slightMax) {
    this.level = level;
    this.severeMax = severeMax;
    this.plainMax = plainMax;
    this.slightMax = slightMax;
  }

  /** The level with a value on the wire; none outside of 0 to 4. */
  public static Optional<QualityLevel> of(long level) {
    return Arrays.stream(values()).filter(found -> found.level == level).findFirst();
  }

  /**
   * What is wrong with a face if that is more than allowed, in words that name the value and its
   * bound, as they are in FaceQualityInfo.
   *
   * @param ignored parts that may be covered
   */
  public Optional<String> refusal(FaceQuality quality, Set<FacePart> ignored) {
    List<Problem> told = problems(quality, ignored);
    return told.isEmpty()
        ? Optional.empty()
        : Optional.of(told.stream().map(Problem::text).collect(Collectors.joining(", ")));
  }

  /** The problems for which a face is refused; none where it is accepted. */
  public List<Problem> problems(FaceQuality quality, Set<FacePart> ignored) {
    Problems problems = Problems.of(quality, ignored);
    List<Problem> told = new ArrayList<>();
    if (problems.severe.size() > severeMax) {
      told.addAll(problems.severe);
    }
    if (problems.plainCount() > plainMax) {
      told.addAll(problems.plain);
    }
    if (problems.slight.size() > slightMax) {
      told.addAll(problems.slight);
    }
    return told;
  }

  /**
   * A value beyond its bound.
   *
   * @param value its name in FaceQualityInfo
   * @param text name, value and bound
   */
  public record Problem(String value, String text) {}

  /** The value on the wire, 0 to 4. */
  public int level() {
    return level;
  }

  /** Whether nothing has to be assessed. */
  public boolean acceptsEverything() {
    return this == NONE;
  }

  /** What is wrong with a face, by how bad it is. */
  private record Problems(List<Problem> severe, List<Problem> plain, List<Problem> slight) {

    static Problems of(FaceQuality quality, Set<FacePart> ignored) {
      Problems problems = new Problems(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      problems.sharpness(quality.sharpness());
      problems.brightness(quality.brightness());
      for (FacePart part : FacePart.values()) {
        if (!ignored.contains(part)) {
          problems.completeness(part, quality.completeness().of(part));
        }
      }
      return problems;
    }

    /** The reference counts any blur among the plain problems, so extreme blur as well. */
    int plainCount() {
      boolean veryBlurred = severe.stream().anyMatch(problem -> problem.value.equals(SHARPNESS));
      return plain.size() + (veryBlurred ? 1 : 0);
    }

    private void sharpness(int value) {
      if (value < VERY_BLURRED_BELOW) {
        severe.add(problem(SHARPNESS, "<", value, VERY_BLURRED_BELOW));
      } else if (value < CLEAR_FROM) {
        plain.add(problem(SHARPNESS, "<", value, CLEAR_FROM));
      } else if (value < CLEAR_FROM + SLIGHT) {
        slight.add(problem(SHARPNESS, "<", value, CLEAR_FROM + SLIGHT));
      }
    }

    private void brightness(int value) {
      if (value < DARK_BELOW) {
        plain.add(problem("Brightness", "<", value, DARK_BELOW));
      } else if (value > BRIGHT_ABOVE) {
        plain.add(problem("Brightness", ">", value, BRIGHT_ABOVE));
      } else if (value < DARK_BELOW + SLIGHT) {
        slight.add(problem("Brightness", "<", value, DARK_BELOW + SLIGHT));
      } else if (value > BRIGHT_ABOVE - SLIGHT) {
        slight.add(problem("Brightness", ">", value, BRIGHT_ABOVE - SLIGHT));
      }
    }

    private void completeness(FacePart part, int value) {
      String name = "Completeness." + name(part);
      int bound = part.incompleteUpTo();
      if (value <= bound) {
        (SEVERE_PARTS.contains(part) ? severe : plain).add(problem(name, "<=", value, bound));
      } else if (value <= bound + SLIGHT) {
        slight.add(problem(name, "<=", value, bound + SLIGHT));
      }
    }

    private static Problem problem(String name, String comparison, int value, int bound) {
      return new Problem(name, name + " %d %s %d".formatted(value, comparison, bound));
    }

    private static String name(FacePart part) {
      return switch (part) {
        case EYEBROW -> "Eyebrow";
        case EYE -> "Eye";
        case NOSE -> "Nose";
        case CHEEK -> "Cheek";
        case MOUTH -> "Mouth";
        case CHIN -> "Chin";
      };
    }
  }
}
