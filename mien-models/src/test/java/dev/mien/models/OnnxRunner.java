package dev.mien.models;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.mien.models.onnx.Model;
import dev.mien.models.onnx.ModelWriter;
import dev.mien.models.tensor.FloatTensor;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Runs a network with ONNX Runtime. */
public final class OnnxRunner implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  public OnnxRunner(byte[] file) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      session = environment.createSession(file, options);
    }
  }

  public OnnxRunner(Model model) throws OrtException {
    this(ModelWriter.write(model).toByteArray());
  }

  /** One answer of a network. */
  public record Answer(List<Long> shape, FloatTensor tensor) {
    public float[] values() {
      return tensor.values();
    }
  }

  /** Gives the input to the network's only input. */
  public Map<String, Answer> run(float[] input, long... shape) throws OrtException {
    String name = session.getInputNames().iterator().next();
    Map<String, Answer> answers = new LinkedHashMap<>();
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(input), shape);
        OrtSession.Result result = session.run(Map.of(name, tensor))) {
      result.forEach(
          entry -> {
            OnnxTensor output = (OnnxTensor) entry.getValue();
            FloatBuffer buffer = output.getFloatBuffer();
            float[] values = new float[buffer.remaining()];
            buffer.get(values);
            List<Long> sizes = LongStream.of(output.getInfo().getShape()).boxed().toList();
            answers.put(entry.getKey(), new Answer(sizes, FloatTensor.vector(values)));
          });
    }
    return answers;
  }

  /** The shape of the only input as the file declares it: -1 for an axis of any size. */
  public long[] declaredInputShape() throws OrtException {
    TensorInfo info = (TensorInfo) session.getInputInfo().values().iterator().next().getInfo();
    return LongStream.of(info.getShape()).toArray();
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
