package dev.mien.vision.attribute;

import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.SampleRows;
import dev.mien.vision.landmark.DetailedFace;
import dev.mien.vision.model.Manifest;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import dev.mien.vision.model.Net;
import dev.mien.vision.model.NetRun;
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

  private static final float SAMPLE_MAX = 255;

  /** Looks at no sample. */
  private static final SampleRows NOBODY = (_, _, _) -> {};

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
    View view = new View(image, FaceFrame.of(detailed.mesh()), variation);
    Map<FeatureBlock, float[]> blocks = new EnumMap<>(FeatureBlock.class);
    float[][] ages = view.outputs(ageGender, FaceFrame.Crop.TIGHT);
    blocks.put(FeatureBlock.AGE_GENDER, ages[0]);
    float[][] expressions = view.outputs(expression, FaceFrame.Crop.TIGHT);
    blocks.put(FeatureBlock.EXPRESSION, expressions[0]);
    blocks.put(FeatureBlock.EXPRESSIONS, logarithms(expressions[1]));
    Portrait face = view.portrait(portrait, FaceFrame.Crop.FACE, NOBODY);
    blocks.put(FeatureBlock.FACE_PARTS, face.parts());
    blocks.put(FeatureBlock.FACE, face.descriptor());
    blocks.put(FeatureBlock.AGES, new float[] {ages[1][0], face.age()});
    ColourGrid colours = new ColourGrid(portrait.input().width());
    HatColours hat = new HatColours(portrait.input().width());
    Portrait head = view.portrait(portrait, FaceFrame.Crop.HEAD, both(colours, hat));
    blocks.put(FeatureBlock.HEAD_PARTS, head.parts());
    blocks.put(FeatureBlock.HEAD, head.descriptor());
    blocks.put(FeatureBlock.COLOURS, colours.means());
    blocks.put(
        FeatureBlock.HAT_COLOURS,
        hat.of(image, detailed.mesh(), view.square(hat.side()), variation.mirrored()));
    blocks.put(FeatureBlock.SHAPE, ShapeFeatures.of(detailed.mesh()));
    blocks.put(FeatureBlock.MEASURES, MeasureFeatures.of(image, detailed));
    blocks.put(FeatureBlock.EYE_REGION, EyeRegion.of(image, detailed, variation));
    return new FaceFeatures(blocks);
  }

  private static SampleRows both(SampleRows first, SampleRows second) {
    return (channel, row, samples) -> {
      first.put(channel, row, samples);
      second.put(channel, row, samples);
    };
  }

  /** What faceres says of a crop: its inner layer averaged, its last layer, the age in years. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Portrait(float[] parts, float[] descriptor, float age) {}

  /** A face in a picture, and how it is varied. */
  private record View(Image image, FaceFrame frame, Variation variation) {

    /** Both outputs of a net that has two. */
    float[][] outputs(Net net, FaceFrame.Crop crop) {
      return net.with(
          run -> {
            show(run, net, crop, NOBODY);
            return new float[][] {run.values(0), run.values(1)};
          });
    }

    /**
     * What faceres says.
     *
     * @param other is shown the samples too
     */
    Portrait portrait(Net net, FaceFrame.Crop crop, SampleRows other) {
      return net.with(
          run -> {
            show(run, net, crop, other);
            return new Portrait(parts(run), run.values(1), expectedAge(run.values(2)));
          });
    }

    /** From the whole head, as so many cells a side, to the image. */
    Similarity square(int side) {
      return frame.square(side, FaceFrame.Crop.HEAD, variation);
    }

    private void show(NetRun run, Net net, FaceFrame.Crop crop, SampleRows other) {
      run.fill(
          image,
          frame.square(net.input().width(), crop, variation),
          input ->
              (channel, row, samples) -> {
                vary(samples);
                other.put(channel, row, samples);
                input.put(channel, row, samples);
              });
      run.compute();
    }

    private void vary(float[] samples) {
      if (variation.mirrored()) {
        for (int left = 0, right = samples.length - 1; left < right; left++, right--) {
          float kept = samples[left];
          samples[left] = samples[right];
          samples[right] = kept;
        }
      }
      if (variation.gain() != 1) {
        for (int i = 0; i < samples.length; i++) {
          samples[i] = (float) Math.min(SAMPLE_MAX, samples[i] * variation.gain());
        }
      }
    }
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
  private static float[] parts(NetRun run) {
    float[] means = new float[PARTS_GRID * PARTS_GRID * PARTS_CHANNELS];
    int[] counts = new int[PARTS_GRID * PARTS_GRID];
    float[] place = new float[PARTS_CHANNELS];
    for (int y = 0; y < PARTS_SIDE; y++) {
      for (int x = 0; x < PARTS_SIDE; x++) {
        int cell = y * PARTS_GRID / PARTS_SIDE * PARTS_GRID + x * PARTS_GRID / PARTS_SIDE;
        counts[cell]++;
        run.read(0, (y * PARTS_SIDE + x) * PARTS_CHANNELS, place);
        for (int channel = 0; channel < PARTS_CHANNELS; channel++) {
          means[cell * PARTS_CHANNELS + channel] += place[channel];
        }
      }
    }
    for (int i = 0; i < means.length; i++) {
      means[i] /= counts[i / PARTS_CHANNELS];
    }
    return means;
  }

  /** Frees the nets; no call may be running. */
  @Override
  public void close() {
    nets.forEach(Net::close);
  }
}
