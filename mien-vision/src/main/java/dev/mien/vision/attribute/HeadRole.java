package dev.mien.vision.attribute;

import dev.mien.vision.model.ModelPackException;
import dev.mien.vision.shape.BrowCurve;
import dev.mien.vision.shape.BrowDensity;
import dev.mien.vision.shape.BrowLength;
import dev.mien.vision.shape.EyeSize;
import dev.mien.vision.shape.EyelidKind;
import dev.mien.vision.shape.NoseKind;
import dev.mien.vision.shape.OutlineKind;
import dev.mien.vision.shape.SkinTone;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The heads that a pack must have, with their classes in the order of the weights. */
public enum HeadRole {
  /** Female or male. */
  GENDER("female", "male"),
  /** Years. */
  AGE("years"),
  /** Smiling or not. */
  SMILE("no", "yes"),
  /** Of seven. */
  EMOTION(FaceAttributes.Emotion.class),
  /** None, general, sun. */
  GLASSES(FaceAttributes.Glasses.class),
  /** Open, closed. */
  EYES(FaceAttributes.Eyes.class),
  /** Closed, open. */
  MOUTH(FaceAttributes.Mouth.class),
  /** Beard or none. */
  BEARD(FaceAttributes.Beard.class),
  /** How a mask is worn. */
  MASK(FaceAttributes.Mask.class),
  /** From bald to tied. */
  HAIR_LENGTH(FaceAttributes.HairLength.class),
  /** Hair over the forehead. */
  BANG(FaceAttributes.Bang.class),
  /** Black, golden, brown, grey. */
  HAIR_COLOUR(FaceAttributes.HairColour.class),
  /** None, general, helmet, guard. */
  HAT(FaceAttributes.HatStyle.class),
  /** Of a hat that is there. */
  HAT_COLOUR("red", "yellow", "blue", "black", "grey", "mixed"),
  /** Yellow, brown, black, white. */
  SKIN(SkinTone.class),
  /** Single, double. */
  EYELID(EyelidKind.class),
  /** Light, thick. */
  EYEBROW_DENSITY(BrowDensity.class),
  /** Flat, curved. */
  EYEBROW_CURVE(BrowCurve.class),
  /** Short, long. */
  EYEBROW_LENGTH(BrowLength.class),
  /** Small, general, big. */
  EYE_SIZE(EyeSize.class),
  /** Upturned, aquiline, general, bulbous. */
  NOSE(NoseKind.class),
  /** The face's outline, from square to round. */
  SHAPE(OutlineKind.class);

  @SuppressWarnings("ImmutableEnumChecker") // a list made by List.of or toList
  private final List<String> classes;

  HeadRole(String... classes) {
    this.classes = List.of(classes);
  }

  HeadRole(Class<? extends Enum<?>> classes) {
    this.classes =
        Arrays.stream(classes.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
  }

  /** The name in pack.yaml. */
  public String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The classes; one for a value. */
  public List<String> classes() {
    return classes;
  }

  /** The link; a role with one class is a value. */
  public Head.Link link() {
    return switch (classes.size()) {
      case 1 -> Head.Link.IDENTITY;
      case 2 -> Head.Link.LOGISTIC;
      default -> Head.Link.SOFTMAX;
    };
  }

  Head check(Head head, String file) throws ModelPackException {
    if (head.link() != link() || !head.classes().equals(classes)) {
      throw new ModelPackException(
          "%s: the head '%s' must have the classes %s, not %s"
              .formatted(file, fileName(), classes, head.classes()));
    }
    return head;
  }
}
