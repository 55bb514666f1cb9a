package dev.mien.server.iai;

import dev.mien.server.iai.type.AttributeItem;
import dev.mien.server.iai.type.Eye;
import dev.mien.server.iai.type.Eyebrow;
import dev.mien.server.iai.type.FaceAttributesInfo;
import dev.mien.server.iai.type.FaceDetailAttributesInfo;
import dev.mien.server.iai.type.FaceHairAttributesInfo;
import dev.mien.server.iai.type.Hair;
import dev.mien.server.iai.type.Hat;
import dev.mien.server.iai.type.HeadPose;
import dev.mien.server.iai.type.Mouth;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.attribute.FaceAttributes;
import dev.mien.vision.attribute.FaceAttributes.Bang;
import dev.mien.vision.attribute.FaceAttributes.Eyes;
import dev.mien.vision.attribute.FaceAttributes.Glasses;
import dev.mien.vision.attribute.FaceAttributes.HatStyle;
import dev.mien.vision.attribute.FaceAttributes.Mask;
import dev.mien.vision.image.Image;
import dev.mien.vision.shape.FaceTraits;
import dev.mien.vision.shape.Trait;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a face looks like, in the wire's numbers. */
final class FaceDetails {

  private static final int AGE_MAX = 65;
  private static final int PERCENT = 100;

  /** From this on a face smiles; below it is neutral. */
  private static final double SMILE_FROM = 0.5;

  /** From this on a face is more probably male than female. */
  private static final double MALE_FROM = 0.5;

  private FaceDetails() {}

  /** The attributes that are asked for; the rest is zero, and what it takes is not computed. */
  static FaceDetailAttributesInfo of(
      FaceEngine engine, Image picture, Face face, Set<AttributeType> types) {
    FaceDetailAttributesInfo shape = shaped(engine, picture, face, types);
    return Collections.disjoint(types, AttributeType.LEARNED)
        ? shape
        : learned(engine.attributes(picture, face), types, shape);
  }

  /** All attributes of DetectFace. */
  static FaceAttributesInfo brief(FaceEngine engine, Image picture, Face face) {
    FaceAttributes read = engine.attributes(picture, face);
    FaceTraits traits = FaceTraits.read(picture, engine.details(picture, face));
    HeadPose pose = HeadPose.of(face.pose());
    return new FaceAttributesInfo(
        Math.round(read.male() * PERCENT),
        Math.round(read.ageYears()),
        smile(read),
        read.glasses().value() != Glasses.NONE,
        pose.pitch(),
        pose.yaw(),
        pose.roll(),
        traits.beauty(),
        read.hat().style().value() != HatStyle.NONE,
        read.mask().value() != Mask.NONE,
        new FaceHairAttributesInfo(
            AttributeItem.of(read.hair().length()).type(),
            read.hair().bang().value() == Bang.BANG ? 0 : 1,
            AttributeItem.of(read.hair().colour()).type()),
        read.eyes().value() == Eyes.OPEN);
  }

  /** Adds what the heads read to what the shape says. */
  private static FaceDetailAttributesInfo learned(
      FaceAttributes read, Set<AttributeType> types, FaceDetailAttributesInfo shape) {
    return new FaceDetailAttributesInfo(
        types.contains(AttributeType.AGE) ? Math.round(Math.min(read.ageYears(), AGE_MAX)) : 0,
        shape.beauty(),
        item(types, AttributeType.EMOTION, AttributeItem.of(read.emotion())),
        types.contains(AttributeType.EYE)
            ? new Eye(
                AttributeItem.of(read.glasses()),
                AttributeItem.of(read.eyes()),
                shape.eye().eyelidType(),
                shape.eye().eyeSize())
            : Eye.NONE,
        shape.eyebrow(),
        item(types, AttributeType.GENDER, gender(read)),
        types.contains(AttributeType.HAIR) ? Hair.of(read.hair()) : Hair.NONE,
        types.contains(AttributeType.HAT) ? Hat.of(read.hat()) : Hat.NONE,
        shape.headPose(),
        item(types, AttributeType.MASK, AttributeItem.of(read.mask())),
        types.contains(AttributeType.MOUTH)
            ? new Mouth(AttributeItem.of(read.mouth()))
            : Mouth.NONE,
        item(types, AttributeType.MOUSTACHE, AttributeItem.of(read.beard())),
        shape.nose(),
        shape.shape(),
        shape.skin(),
        types.contains(AttributeType.SMILE) ? smile(read) : 0);
  }

  /** What pose, shape and colours of the face say; zero in all that heads read. */
  private static FaceDetailAttributesInfo shaped(
      FaceEngine engine, Image picture, Face face, Set<AttributeType> types) {
    FaceDetailAttributesInfo none = FaceDetailAttributesInfo.NONE;
    HeadPose pose =
        types.contains(AttributeType.HEADPOSE) ? HeadPose.of(face.pose()) : HeadPose.NONE;
    Optional<FaceTraits> traits =
        Collections.disjoint(types, AttributeType.SHAPED)
            ? Optional.empty()
            : Optional.of(FaceTraits.read(picture, engine.details(picture, face)));
    return new FaceDetailAttributesInfo(
        none.age(),
        traits.filter(_ -> types.contains(AttributeType.BEAUTY)).map(FaceTraits::beauty).orElse(0),
        none.emotion(),
        traits
            .filter(_ -> types.contains(AttributeType.EYE))
            .map(FaceDetails::eye)
            .orElse(Eye.NONE),
        traits
            .filter(_ -> types.contains(AttributeType.EYEBROW))
            .map(FaceDetails::eyebrow)
            .orElse(Eyebrow.NONE),
        none.gender(),
        none.hair(),
        none.hat(),
        pose,
        none.mask(),
        none.mouth(),
        none.moustache(),
        trait(traits, types, AttributeType.NOSE, FaceTraits::nose),
        trait(traits, types, AttributeType.SHAPE, FaceTraits::outline),
        trait(traits, types, AttributeType.SKIN, FaceTraits::skin),
        none.smile());
  }

  private static AttributeItem trait(
      Optional<FaceTraits> traits,
      Set<AttributeType> types,
      AttributeType type,
      Function<FaceTraits, Trait<?>> which) {
    return traits
        .filter(_ -> types.contains(type))
        .map(read -> AttributeItem.of(which.apply(read)))
        .orElse(AttributeItem.NONE);
  }

  private static Eye eye(FaceTraits traits) {
    return new Eye(
        AttributeItem.NONE,
        AttributeItem.NONE,
        AttributeItem.of(traits.eyelid()),
        AttributeItem.of(traits.eyeSize()));
  }

  private static Eyebrow eyebrow(FaceTraits traits) {
    return new Eyebrow(
        AttributeItem.of(traits.browDensity()),
        AttributeItem.of(traits.browCurve()),
        AttributeItem.of(traits.browLength()));
  }

  private static AttributeItem gender(FaceAttributes read) {
    boolean female = read.male() < MALE_FROM;
    return AttributeItem.of(female ? 1 : 0, female ? 1 - read.male() : read.male());
  }

  private static AttributeItem item(
      Set<AttributeType> types, AttributeType type, AttributeItem item) {
    return types.contains(type) ? item : AttributeItem.NONE;
  }

  /**
   * 0 neutral, 50 smiling, 100 laughing: below 50 the probability of a smile in percent; above, how
   * sure the smile is and how probably the mouth is open with it.
   */
  private static long smile(FaceAttributes read) {
    double smiling = read.smiling();
    if (smiling < SMILE_FROM) {
      return Math.min(PERCENT / 2 - 1, Math.round(smiling * PERCENT));
    }
    double open =
        read.mouth().value() == FaceAttributes.Mouth.OPEN
            ? read.mouth().probability()
            : 1 - read.mouth().probability();
    double laughing = (2 * smiling - 1) * (1 + 3 * open) / 4;
    return Math.round(PERCENT * (SMILE_FROM + (1 - SMILE_FROM) * laughing));
  }
}
