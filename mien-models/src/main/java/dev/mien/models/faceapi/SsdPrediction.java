package dev.mien.models.faceapi;

import dev.mien.models.onnx.Padding;
import dev.mien.models.onnx.Value;
import dev.mien.models.tensor.FloatTensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The second half of {@link SsdMobilenet}: predictors and decoding. Boxes leave as top, left,
 * bottom and right in fractions of the image; non-maximum suppression is the caller's.
 */
final class SsdPrediction {
  /** Logits of an anchor: background, face, and one that is never used. */
  private static final int CLASSES = 3;

  private static final int FACE_CLASS = 1;

  /** The published box coder divides centre offsets by 10 and log sizes by 5. */
  private static final float CENTRE_SCALE = 10;

  private static final float SIZE_SCALE = 5;
  private static final int BOX_NUMBERS = 4;

  private SsdPrediction() {}

  /**
   * Adds the predictors.
   *
   * @param grids finest first, one for each predictor
   */
  static void build(FaceApiLayers layers, List<Value> grids) {
    List<Value> encodings = new ArrayList<>();
    List<Value> logits = new ArrayList<>();
    for (int i = 0; i < grids.size(); i++) {
      String prefix = "Prediction/BoxPredictor_" + i;
      String boxes = prefix + "/BoxEncodingPredictor";
      Value encoding =
          rows(
              layers,
              grids.get(i),
              layers.tensor(boxes + "/weights"),
              layers.tensor(boxes + "/biases"));
      encodings.add(layers.shapes().reshapeItems(encoding, -1, BOX_NUMBERS));
      String classes = prefix + "/ClassPredictor";
      Value faces =
          rows(
              layers,
              grids.get(i),
              faceClass(layers.tensor(classes + "/weights")),
              faceClass(layers.tensor(classes + "/biases")));
      logits.add(layers.shapes().reshapeItems(faces, -1));
    }
    layers.graph().scope("Postprocessor");
    Value boxes = decode(layers, layers.shapes().concat(encodings, 1));
    Value scores = layers.neural().unary("Sigmoid", layers.shapes().concat(logits, 1));
    layers.output("boxes", boxes);
    layers.output("scores", scores);
  }

  /**
   * One prediction per pixel with the channels last, so that anchors are ordered by row, column and
   * form.
   */
  private static Value rows(
      FaceApiLayers layers, Value grid, FloatTensor weights, FloatTensor biases) {
    layers.graph().scope("Prediction");
    Value predictions = layers.convolution(grid, weights, biases, 1, Padding.SAME);
    return layers.shapes().transpose(predictions, 0, 2, 3, 1);
  }

  /** Keeps the one output of each anchor that is used, which saves two thirds of the predictor. */
  private static FloatTensor faceClass(FloatTensor predictor) {
    float[] all = predictor.values();
    float[] faces = new float[all.length / CLASSES];
    for (int i = 0; i < faces.length; i++) {
      faces[i] = all[i * CLASSES + FACE_CLASS];
    }
    List<Integer> shape = new ArrayList<>(predictor.shape());
    shape.set(shape.size() - 1, shape.getLast() / CLASSES);
    return new FloatTensor(shape, faces);
  }

  /**
   * Encoded offsets to corners: centre = offset / 10 * size + anchor centre, half extent = exp(log
   * size / 5) * size / 2.
   */
  private static Value decode(FaceApiLayers layers, Value encodings) {
    FloatTensor anchors = layers.tensor("Output/extra_dim");
    int count = anchors.shape().get(1);
    float[] centres = new float[count * 2];
    float[] offsetUnits = new float[count * 2];
    float[] halfSizes = new float[count * 2];
    for (int anchor = 0; anchor < count; anchor++) {
      for (int axis = 0; axis < 2; axis++) {
        float low = anchors.values()[anchor * BOX_NUMBERS + axis];
        float high = anchors.values()[anchor * BOX_NUMBERS + axis + 2];
        centres[anchor * 2 + axis] = low + (high - low) / 2;
        offsetUnits[anchor * 2 + axis] = (high - low) / CENTRE_SCALE;
        halfSizes[anchor * 2 + axis] = (high - low) / 2;
      }
    }
    List<Integer> shape = List.of(1, count, 2);
    Value offsets = layers.shapes().slice(encodings, 2, 0, 2);
    Value logSizes = layers.shapes().slice(encodings, 2, 2, BOX_NUMBERS);
    Value centre =
        layers.add(
            layers.neural().binary("Mul", offsets, constant(layers, shape, offsetUnits)),
            constant(layers, shape, centres));
    Value growth =
        layers
            .neural()
            .unary(
                "Exp", layers.neural().binary("Div", logSizes, layers.graph().scalar(SIZE_SCALE)));
    Value half = layers.neural().binary("Mul", growth, constant(layers, shape, halfSizes));
    Value low = layers.neural().binary("Sub", centre, half);
    return layers.shapes().concat(List.of(low, layers.add(centre, half)), 2);
  }

  private static Value constant(FaceApiLayers layers, List<Integer> shape, float[] values) {
    return layers.graph().constant(new FloatTensor(shape, values));
  }
}
