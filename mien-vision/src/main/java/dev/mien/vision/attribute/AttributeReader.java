package dev.mien.vision.attribute;

import dev.mien.vision.attribute.FaceAttributes.HatColour;
import dev.mien.vision.attribute.FaceAttributes.HatStyle;
import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.DetailedFace;
import dev.mien.vision.model.FileReference;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import dev.mien.vision.shape.BrowCurve;
import dev.mien.vision.shape.BrowDensity;
import dev.mien.vision.shape.BrowLength;
import dev.mien.vision.shape.EyeSize;
import dev.mien.vision.shape.EyelidKind;
import dev.mien.vision.shape.NoseKind;
import dev.mien.vision.shape.OutlineKind;
import dev.mien.vision.shape.SkinTone;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads the attributes of faces: the feature nets once, then a head for each. Thread-safe. */
public final class AttributeReader implements AutoCloseable {

  private static final double AGE_MAX = 100;

  /** In the order of the head's classes. */
  private static final List<HatColour> HAT_COLOURS =
      List.of(
          HatColour.RED,
          HatColour.YELLOW,
          HatColour.BLUE,
          HatColour.BLACK,
          HatColour.GREY,
          HatColour.MIXED);

  private final FeatureNets nets;
  private final Map<HeadRole, Head> heads;

  private AttributeReader(FeatureNets nets, Map<HeadRole, Head> heads) {
    this.nets = nets;
    this.heads = heads;
  }

  /**
   * Loads the feature nets and the heads of a pack.
   *
   * @throws ModelPackException when one is absent, altered or unusable
   */
  public static AttributeReader open(ModelPack pack, int intraOpThreads) throws ModelPackException {
    Map<HeadRole, Head> heads = new EnumMap<>(HeadRole.class);
    for (HeadRole role : HeadRole.values()) {
      FileReference file = pack.manifest().heads().get(role.fileName());
      if (file == null) {
        throw new ModelPackException(
            "pack %s: the head '%s' is missing".formatted(pack.id(), role.fileName()));
      }
      heads.put(role, role.check(HeadFile.read(pack, file), file.name()));
    }
    return new AttributeReader(FeatureNets.open(pack, intraOpThreads), heads);
  }

  /** The attributes of a face that was found in the image. */
  public FaceAttributes read(Image image, DetailedFace face) {
    FaceFeatures features = nets.of(image, face);
    Probable<HatStyle> hatStyle = read(HeadRole.HAT, HatStyle.values(), features);
    return new FaceAttributes(
        probabilities(HeadRole.GENDER, features)[1],
        Math.clamp(head(HeadRole.AGE).value(features), 0, AGE_MAX),
        probabilities(HeadRole.SMILE, features)[1],
        read(HeadRole.EMOTION, FaceAttributes.Emotion.values(), features),
        read(HeadRole.GLASSES, FaceAttributes.Glasses.values(), features),
        read(HeadRole.EYES, FaceAttributes.Eyes.values(), features),
        read(HeadRole.MOUTH, FaceAttributes.Mouth.values(), features),
        read(HeadRole.BEARD, FaceAttributes.Beard.values(), features),
        read(HeadRole.MASK, FaceAttributes.Mask.values(), features),
        new FaceAttributes.Hair(
            read(HeadRole.HAIR_LENGTH, FaceAttributes.HairLength.values(), features),
            read(HeadRole.BANG, FaceAttributes.Bang.values(), features),
            read(HeadRole.HAIR_COLOUR, FaceAttributes.HairColour.values(), features)),
        new FaceAttributes.Hat(hatStyle, hatColour(hatStyle, features)),
        read(HeadRole.SKIN, SkinTone.values(), features),
        read(HeadRole.EYELID, EyelidKind.values(), features),
        read(HeadRole.EYE_SIZE, EyeSize.values(), features),
        new FaceAttributes.Brows(
            read(HeadRole.EYEBROW_DENSITY, BrowDensity.values(), features),
            read(HeadRole.EYEBROW_CURVE, BrowCurve.values(), features),
            read(HeadRole.EYEBROW_LENGTH, BrowLength.values(), features)),
        read(HeadRole.NOSE, NoseKind.values(), features),
        read(HeadRole.SHAPE, OutlineKind.values(), features));
  }

  /** The colour head only knows hats: its say counts as far as there is one. */
  private Probable<HatColour> hatColour(Probable<HatStyle> style, FaceFeatures features) {
    if (style.value() == HatStyle.NONE) {
      return new Probable<>(HatColour.NONE, style.probability());
    }
    double[] colours = probabilities(HeadRole.HAT_COLOUR, features);
    int best = 0;
    for (int i = 1; i < colours.length; i++) {
      best = colours[i] > colours[best] ? i : best;
    }
    double hat = 1 - probabilities(HeadRole.HAT, features)[0];
    return new Probable<>(HAT_COLOURS.get(best), hat * colours[best]);
  }

  private Head head(HeadRole role) {
    Head head = heads.get(role);
    if (head == null) {
      throw new IllegalStateException("all heads are loaded: " + role);
    }
    return head;
  }

  private <T extends Enum<T>> Probable<T> read(HeadRole role, T[] classes, FaceFeatures features) {
    return Probable.of(classes, probabilities(role, features));
  }

  private double[] probabilities(HeadRole role, FaceFeatures features) {
    return head(role).probabilities(features);
  }

  /** Frees the nets; no call may be running. */
  @Override
  public void close() {
    nets.close();
  }
}
