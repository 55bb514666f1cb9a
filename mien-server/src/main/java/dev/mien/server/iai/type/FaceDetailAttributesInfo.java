package dev.mien.server.iai.type;

/**
 * What a face looks like, in detail; zero in all that was not asked for.
 *
 * @param age years, 0 to 65
 * @param beauty 0 to 100
 * @param emotion 0 relaxed, 1 happy, 2 surprised, 3 angry, 4 sad, 5 disgusted, 6 scared
 * @param gender 0 male, 1 female
 * @param mask 0 none, 1 off the face, 2 over the chin, 3 over the mouth, 4 over the nose
 * @param moustache 0 no beard, 1 beard
 * @param nose 0 upturned, 1 aquiline, 2 general, 3 bulbous
 * @param shape 0 square, 1 triangular, 2 oval, 3 heart, 4 round
 * @param skin 0 yellow, 1 brown, 2 black, 3 white
 * @param smile 0 to 100
 */
public record FaceDetailAttributesInfo(
    long age,
    long beauty,
    AttributeItem emotion,
    Eye eye,
    Eyebrow eyebrow,
    AttributeItem gender,
    Hair hair,
    Hat hat,
    HeadPose headPose,
    AttributeItem mask,
    Mouth mouth,
    AttributeItem moustache,
    AttributeItem nose,
    AttributeItem shape,
    AttributeItem skin,
    long smile) {

  /** Stands where nothing was asked for. */
  public static final FaceDetailAttributesInfo NONE =
      new FaceDetailAttributesInfo(
          0,
          0,
          AttributeItem.NONE,
          Eye.NONE,
          Eyebrow.NONE,
          AttributeItem.NONE,
          Hair.NONE,
          Hat.NONE,
          HeadPose.NONE,
          AttributeItem.NONE,
          Mouth.NONE,
          AttributeItem.NONE,
          AttributeItem.NONE,
          AttributeItem.NONE,
          AttributeItem.NONE,
          0);
}
