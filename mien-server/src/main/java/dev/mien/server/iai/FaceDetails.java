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
import dev.mien.vision.landmark.DetailedFace;
import dev.mien.vision.shape.Beauty;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

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
    boolean learned = !Collections.disjoint(types, AttributeType.LEARNED);
    boolean beauty = types.contains(AttributeType.BEAUTY);
    Optional<DetailedFace> details =
        learned || beauty ? Optional.of(engine.details(picture, face)) : Optional.empty();
    FaceDetailAttributesInfo measured =
        measured(
            types.contains(AttributeType.HEADPOSE) ? HeadPose.of(face.pose()) : HeadPose.NONE,
            details.filter(_ -> beauty).map(it -> Beauty.of(picture, it)).orElse(0));
    return details
        .filter(_ -> learned)
        .map(it -> learned(engine.attributes(picture, it), types, measured))
        .orElse(measured);
  }

  /** All attributes of DetectFace. */
  static FaceAttributesInfo brief(FaceEngine engine, Image picture, Face face) {
    DetailedFace details = engine.details(picture, face);
    FaceAttributes read = engine.attributes(picture, details);
    HeadPose pose = HeadPose.of(face.pose());
    return new FaceAttributesInfo(
        Math.round(read.male() * PERCENT),
        Math.round(read.ageYears()),
        smile(read),
        read.glasses().value() != Glasses.NONE,
        pose.pitch(),
        pose.yaw(),
        pose.roll(),
        Beauty.of(picture, details),
        read.hat().style().value() != HatStyle.NONE,
        read.mask().value() != Mask.NONE,
        new FaceHairAttributesInfo(
            AttributeItem.of(read.hair().length()).type(),
            read.hair().bang().value() == Bang.BANG ? 0 : 1,
            AttributeItem.of(read.hair().colour()).type()),
        read.eyes().value() == Eyes.OPEN);
  }

  /** Adds what the heads read to what is measured. */
  private static FaceDetailAttributesInfo learned(
      FaceAttributes read, Set<AttributeType> types, FaceDetailAttributesInfo measured) {
    return new FaceDetailAttributesInfo(
        types.contains(AttributeType.AGE) ? Math.round(Math.min(read.ageYears(), AGE_MAX)) : 0,
        measured.beauty(),
        item(types, AttributeType.EMOTION, AttributeItem.of(read.emotion())),
        types.contains(AttributeType.EYE) ? eye(read) : Eye.NONE,
        types.contains(AttributeType.EYEBROW) ? eyebrow(read.brows()) : Eyebrow.NONE,
        item(types, AttributeType.GENDER, gender(read)),
        types.contains(AttributeType.HAIR) ? Hair.of(read.hair()) : Hair.NONE,
        types.contains(AttributeType.HAT) ? Hat.of(read.hat()) : Hat.NONE,
        measured.headPose(),
        item(types, AttributeType.MASK, AttributeItem.of(read.mask())),
        types.contains(AttributeType.MOUTH)
            ? new Mouth(AttributeItem.of(read.mouth()))
            : Mouth.NONE,
        item(types, AttributeType.MOUSTACHE, AttributeItem.of(read.beard())),
        item(types, AttributeType.NOSE, AttributeItem.of(read.nose())),
        item(types, AttributeType.SHAPE, AttributeItem.of(read.outline())),
        item(types, AttributeType.SKIN, AttributeItem.of(read.skin())),
        types.contains(AttributeType.SMILE) ? smile(read) : 0);
  }

  /** Pose and beauty, which no head reads; zero in all others. */
  private static FaceDetailAttributesInfo measured(HeadPose pose, int beauty) {
    FaceDetailAttributesInfo none = FaceDetailAttributesInfo.NONE;
    return new FaceDetailAttributesInfo(
        none.age(),
        beauty,
        none.emotion(),
        none.eye(),
        none.eyebrow(),
        none.gender(),
        none.hair(),
        none.hat(),
        pose,
        none.mask(),
        none.mouth(),
        none.moustache(),
        none.nose(),
        none.shape(),
        none.skin(),
        none.smile());
  }

  private static Eye eye(FaceAttributes read) {
    return new Eye(
        AttributeItem.of(read.glasses()),
        AttributeItem.of(read.eyes()),
        AttributeItem.of(read.eyelid()),
        AttributeItem.of(read.eyeSize()));
  }

  private static Eyebrow eyebrow(FaceAttributes.Brows brows) {
    return new Eyebrow(
        AttributeItem.of(brows.density()),
        AttributeItem.of(brows.curve()),
        AttributeItem.of(brows.length()));
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
