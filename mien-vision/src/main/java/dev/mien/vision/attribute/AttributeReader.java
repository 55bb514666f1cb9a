package dev.mien.vision.attribute;

import dev.mien.vision.attribute.FaceAttributes.HatColour;
import dev.mien.vision.attribute.FaceAttributes.HatStyle;
import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.Landmarks;
import dev.mien.vision.model.FileReference;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
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
  public FaceAttributes read(Image image, Landmarks landmarks) {
    FaceFeatures features = nets.of(image, landmarks);
    double[] hatStyles = probabilities(HeadRole.HAT, features);
    Probable<HatStyle> hatStyle = Probable.of(HatStyle.values(), hatStyles);
    return new FaceAttributes(
        probabilities(HeadRole.GENDER, features)[1],
        Math.clamp(head(HeadRole.AGE).value(features), 0, AGE_MAX),
        probabilities(HeadRole.SMILE, features)[1],
        Probable.of(FaceAttributes.Emotion.values(), probabilities(HeadRole.EMOTION, features)),
        Probable.of(FaceAttributes.Glasses.values(), probabilities(HeadRole.GLASSES, features)),
        Probable.of(FaceAttributes.Eyes.values(), probabilities(HeadRole.EYES, features)),
        Probable.of(FaceAttributes.Mouth.values(), probabilities(HeadRole.MOUTH, features)),
        Probable.of(FaceAttributes.Beard.values(), probabilities(HeadRole.BEARD, features)),
        Probable.of(FaceAttributes.Mask.values(), probabilities(HeadRole.MASK, features)),
        new FaceAttributes.Hair(
            Probable.of(
                FaceAttributes.HairLength.values(), probabilities(HeadRole.HAIR_LENGTH, features)),
            Probable.of(FaceAttributes.Bang.values(), probabilities(HeadRole.BANG, features)),
            Probable.of(
                FaceAttributes.HairColour.values(), probabilities(HeadRole.HAIR_COLOUR, features))),
        new FaceAttributes.Hat(hatStyle, hatColour(hatStyle, features)));
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

  private double[] probabilities(HeadRole role, FaceFeatures features) {
    return head(role).probabilities(features);
  }

  /** Frees the nets; no call may be running. */
  @Override
  public void close() {
    nets.close();
  }
}
