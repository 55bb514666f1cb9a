package dev.mien.vision.attribute;

import dev.mien.vision.shape.BrowCurve;
import dev.mien.vision.shape.BrowDensity;
import dev.mien.vision.shape.BrowLength;
import dev.mien.vision.shape.EyeSize;
import dev.mien.vision.shape.EyelidKind;
import dev.mien.vision.shape.NoseKind;
import dev.mien.vision.shape.OutlineKind;
import dev.mien.vision.shape.SkinTone;

/**
 * What a face looks like. The kinds of each attribute are declared in the order of the published
 * API's codes.
 *
 * @param male probability that the person is male rather than female, 0..1
 * @param ageYears 0..100
 * @param smiling probability, 0..1
 * @param emotion of seven
 * @param glasses none, general or sun
 * @param eyes open or closed
 * @param mouth closed or open
 * @param beard moustache or beard
 * @param mask how a mask is worn
 * @param hair what there is to see of it
 * @param hat what there is to see of it
 * @param skin what colour the picture shows
 * @param eyelid whether the upper lids have a fold
 * @param eyeSize of both eyes
 * @param brows what they are like
 * @param nose its form
 * @param outline the face's form
 */
public record FaceAttributes(
    double male,
    double ageYears,
    double smiling,
    Probable<Emotion> emotion,
    Probable<Glasses> glasses,
    Probable<Eyes> eyes,
    Probable<Mouth> mouth,
    Probable<Beard> beard,
    Probable<Mask> mask,
    Hair hair,
    Hat hat,
    Probable<SkinTone> skin,
    Probable<EyelidKind> eyelid,
    Probable<EyeSize> eyeSize,
    Brows brows,
    Probable<NoseKind> nose,
    Probable<OutlineKind> outline) {

  /** Mimic expressions. */
  public enum Emotion {
    RELAXED,
    HAPPY,
    SURPRISED,
    ANGRY,
    SAD,
    DISGUSTED,
    SCARED
  }

  /** Glasses. */
  public enum Glasses {
    NONE,
    GENERAL,
    SUN
  }

  /** Whether the eyes are open; a face with one eye closed counts as {@link #CLOSED}. */
  public enum Eyes {
    OPEN,
    CLOSED
  }

  /** Whether the lips are apart. */
  public enum Mouth {
    CLOSED,
    OPEN
  }

  /** Hair on lip, cheeks or chin. */
  public enum Beard {
    NONE,
    BEARD
  }

  /** How a mask is worn. */
  public enum Mask {
    NONE,
    /** Below the chin or beside the face: nothing of the face is covered. */
    OFF_FACE,
    /** Over the chin, with the mouth free. */
    CHIN,
    /** Over chin and mouth, with the nose free. */
    MOUTH,
    /** Over chin, mouth and nose. */
    PROPER
  }

  /** Length of the hair. */
  public enum HairLength {
    BALD,
    SHORT,
    MEDIUM,
    LONG,
    /** Braided, or put up. */
    TIED
  }

  /** Hair over the forehead. */
  public enum Bang {
    NONE,
    BANG
  }

  /** Colour of the hair. */
  public enum HairColour {
    BLACK,
    GOLDEN,
    BROWN,
    GREY
  }

  /** What is on the head. */
  public enum HatStyle {
    NONE,
    GENERAL,
    HELMET,
    /** Peaked caps of uniforms. */
    GUARD
  }

  /** Colour of the hat; {@link #MIXED} is any other, or several. */
  public enum HatColour {
    NONE,
    RED,
    YELLOW,
    BLUE,
    BLACK,
    GREY,
    MIXED
  }

  /**
   * Hair.
   *
   * @param length of it
   * @param bang over the forehead
   * @param colour of it
   */
  public record Hair(
      Probable<HairLength> length, Probable<Bang> bang, Probable<HairColour> colour) {}

  /**
   * A hat.
   *
   * @param style of it, or that there is none
   * @param colour of it, or that there is none
   */
  public record Hat(Probable<HatStyle> style, Probable<HatColour> colour) {}

  /**
   * Eyebrows.
   *
   * @param density of their hair
   * @param curve of both
   * @param length of both
   */
  public record Brows(
      Probable<BrowDensity> density, Probable<BrowCurve> curve, Probable<BrowLength> length) {}
}
