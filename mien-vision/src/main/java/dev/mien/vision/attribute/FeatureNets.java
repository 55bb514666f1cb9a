package dev.mien.vision.attribute;

import dev.mien.vision.image.Image;
import dev.mien.vision.image.Patch;
import dev.mien.vision.landmark.DetailedFace;
import dev.mien.vision.model.Manifest;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import dev.mien.vision.model.Net;
import dev.mien.vision.model.NetSpec;
import dev.mien.vision.shape.MeasureFeatures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The nets whose activations are the features of a face: age_gender and face_expression on the
 * tight face, faceres on the face with a rim and again on the whole head. Thread-safe.
 */
public final class FeatureNets implements AutoCloseable {

  /** Rows and columns of the inner layer of faceres. */
  private static final int PARTS_SIDE = 14;

  private static final int PARTS_CHANNELS = 512;

  /** Rows and columns of the grid that it is averaged over. */
  private static final int PARTS_GRID = 3;

  private static final int COLOUR_GRID = 8;
  private static final float SAMPLE_MAX = 255;
  private static final int FACERES_AGES = 100;

  /** Keeps the logarithm of a probability finite. */
  private static final double LEAST_PROBABILITY = 1e-6;

  private final List<Net> nets;
  private final Net ageGender;
  private final Net expression;
  private final Net portrait;

  private FeatureNets(List<Net> nets) {
    this.nets = List.copyOf(nets);
    this.ageGender = nets.get(0);
    this.expression = nets.get(1);
    this.portrait = nets.get(2);
  }

  /**
   * Loads the nets.
   *
   * @throws ModelPackException when the pack lacks one, or it is of another kind
   */
  public static FeatureNets open(ModelPack pack, int intraOpThreads) throws ModelPackException {
    List<Net> nets = new ArrayList<>();
    try {
      nets.add(
          net(pack, Manifest.AGE_GENDER, "age-gender", List.of("features", "age"), intraOpThreads));
      nets.add(
          net(
              pack,
              Manifest.EXPRESSION,
              "expression",
              List.of("features", "expressions"),
              intraOpThreads));
      nets.add(
          net(
              pack,
              Manifest.PORTRAIT,
              "faceres",
              List.of("parts", "descriptor", "age"),
              intraOpThreads));
      return new FeatureNets(nets);
    } catch (ModelPackException e) {
      nets.forEach(Net::close);
      throw e;
    }
  }

  private static Net net(
      ModelPack pack, String role, String kind, List<String> outputs, int intraOpThreads)
      throws ModelPackException {
    NetSpec spec = pack.manifest().roles().get(role);
    if (spec == null || !spec.kind().equals(kind)) {
      throw new ModelPackException(
          "pack %s: role '%s' must be of kind '%s'".formatted(pack.id(), role, kind));
    }
    return Net.open(pack, spec, outputs, intraOpThreads);
  }

  /** The features of a face. */
  FaceFeatures of(Image image, DetailedFace face) {
    return of(image, face, Variation.NONE);
  }

  /** The features of a varied view of a face, for training. */
  public FaceFeatures of(Image image, DetailedFace detailed, Variation variation) {
    FaceFrame frame = FaceFrame.of(detailed.mesh());
    Map<FeatureBlock, float[]> blocks = new EnumMap<>(FeatureBlock.class);
    Patch tight = patch(ageGender, image, frame, FaceFrame.Crop.TIGHT, variation);
    float[][] ages = ageGender.run(tight);
    blocks.put(FeatureBlock.AGE_GENDER, ages[0]);
    Patch mimic = patch(expression, image, frame, FaceFrame.Crop.TIGHT, variation);
    float[][] expressions = expression.run(mimic);
    blocks.put(FeatureBlock.EXPRESSION, expressions[0]);
    blocks.put(FeatureBlock.EXPRESSIONS, logarithms(expressions[1]));
    float[][] face = portrait.run(patch(portrait, image, frame, FaceFrame.Crop.FACE, variation));
    blocks.put(FeatureBlock.FACE_PARTS, parts(face[0]));
    blocks.put(FeatureBlock.FACE, face[1]);
    blocks.put(FeatureBlock.AGES, new float[] {ages[1][0], expectedAge(face[2])});
    Patch wide = patch(portrait, image, frame, FaceFrame.Crop.HEAD, variation);
    float[][] head = portrait.run(wide);
    blocks.put(FeatureBlock.HEAD_PARTS, parts(head[0]));
    blocks.put(FeatureBlock.HEAD, head[1]);
    blocks.put(FeatureBlock.COLOURS, colours(wide));
    blocks.put(FeatureBlock.SHAPE, ShapeFeatures.of(detailed.mesh()));
    blocks.put(FeatureBlock.MEASURES, MeasureFeatures.of(image, detailed));
    blocks.put(FeatureBlock.EYE_REGION, EyeRegion.of(image, detailed, variation));
    return new FaceFeatures(blocks);
  }

  private static Patch patch(
      Net net, Image image, FaceFrame frame, FaceFrame.Crop crop, Variation variation) {
    Patch patch = net.newPatch();
    patch.fill(image, frame.square(patch.width(), crop, variation));
    if (variation.mirrored()) {
      patch.mirror();
    }
    if (variation.gain() != 1) {
      float[] planes = patch.planes();
      for (int i = 0; i < planes.length; i++) {
        planes[i] = (float) Math.min(SAMPLE_MAX, planes[i] * variation.gain());
      }
    }
    return patch;
  }

  private static float[] logarithms(float[] probabilities) {
    float[] logarithms = new float[probabilities.length];
    for (int i = 0; i < logarithms.length; i++) {
      logarithms[i] = (float) Math.log(Math.max(probabilities[i], LEAST_PROBABILITY));
    }
    return logarithms;
  }

  private static float expectedAge(float[] probabilities) {
    double sum = 0;
    for (int age = 0; age < Math.min(FACERES_AGES, probabilities.length); age++) {
      sum += age * probabilities[age];
    }
    return (float) sum;
  }

  /** Means over the cells of the grid; the layer has its channels last. */
  private static float[] parts(float[] layer) {
    float[] means = new float[PARTS_GRID * PARTS_GRID * PARTS_CHANNELS];
    int[] counts = new int[PARTS_GRID * PARTS_GRID];
    for (int y = 0; y < PARTS_SIDE; y++) {
      for (int x = 0; x < PARTS_SIDE; x++) {
        int cell = y * PARTS_GRID / PARTS_SIDE * PARTS_GRID + x * PARTS_GRID / PARTS_SIDE;
        counts[cell]++;
        for (int channel = 0; channel < PARTS_CHANNELS; channel++) {
          means[cell * PARTS_CHANNELS + channel] +=
              layer[(y * PARTS_SIDE + x) * PARTS_CHANNELS + channel];
        }
      }
    }
    for (int i = 0; i < means.length; i++) {
      means[i] /= counts[i / PARTS_CHANNELS];
    }
    return means;
  }

  private static float[] colours(Patch patch) {
    float[] means = new float[3 * COLOUR_GRID * COLOUR_GRID];
    float[] planes = patch.planes();
    int plane = patch.width() * patch.height();
    int cellWidth = patch.width() / COLOUR_GRID;
    int cellHeight = patch.height() / COLOUR_GRID;
    for (int channel = 0; channel < 3; channel++) {
      for (int y = 0; y < COLOUR_GRID * cellHeight; y++) {
        for (int x = 0; x < COLOUR_GRID * cellWidth; x++) {
          int cell = y / cellHeight * COLOUR_GRID + x / cellWidth;
          means[channel * COLOUR_GRID * COLOUR_GRID + cell] +=
              planes[channel * plane + y * patch.width() + x];
        }
      }
    }
    for (int i = 0; i < means.length; i++) {
      means[i] /= SAMPLE_MAX * cellWidth * cellHeight;
    }
    return means;
  }

  /** Frees the nets; no call may be running. */
  @Override
  public void close() {
    nets.forEach(Net::close);
  }
}
