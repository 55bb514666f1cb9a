package dev.mien.training.quantise;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import dev.mien.models.onnx.Model;
import dev.mien.models.onnx.ModelReader;
import dev.mien.models.onnx.ModelWriter;
import dev.mien.models.onnx.UnreadableModelException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A net in ONNX Runtime as the server runs it: one thread, every optimisation. Not thread-safe. */
final class Runner implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final String input;
  private final long[] inputShape;

  /**
   * Loads a net.
   *
   * @param inputShape of one item, with the batch of one in front
   */
  Runner(Model model, long... inputShape) throws OrtException {
    try (OrtSession.SessionOptions options = oneThread(OptLevel.ALL_OPT)) {
      this.session = environment.createSession(ModelWriter.write(model).toByteArray(), options);
    }
    this.input = session.getInputNames().iterator().next();
    this.inputShape = inputShape.clone();
  }

  /**
   * The net with its batch norms in the weights, constants computed and nodes without effect taken
   * out, as ONNX Runtime does it before it chooses kernels.
   */
  static Model simplified(byte[] file) throws OrtException, IOException, UnreadableModelException {
    Path simplified = Files.createTempFile("simplified", ".onnx");
    try (OrtSession.SessionOptions options = oneThread(OptLevel.BASIC_OPT)) {
      options.setOptimizedModelFilePath(simplified.toString());
      OrtEnvironment.getEnvironment().createSession(file, options).close();
      return ModelReader.read(Files.readAllBytes(simplified));
    } finally {
      Files.delete(simplified);
    }
  }

  private static OrtSession.SessionOptions oneThread(OptLevel level) throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.setOptimizationLevel(level);
    return options;
  }

  /** The answers to one item, by name of the output, each row-major. */
  Map<String, float[]> run(FloatBuffer values) throws OrtException {
    Map<String, float[]> answers = new LinkedHashMap<>();
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, values, inputShape);
        OrtSession.Result result = session.run(Map.of(input, tensor))) {
      for (Map.Entry<String, OnnxValue> entry : result) {
        FloatBuffer buffer = ((OnnxTensor) entry.getValue()).getFloatBuffer();
        float[] copy = new float[buffer.remaining()];
        buffer.get(copy);
        answers.put(entry.getKey(), copy);
      }
    }
    return answers;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
