package dev.mien.vision.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.mien.vision.image.Patch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * A net that is loaded and can be run. Thread-safe: concurrent calls share the session, each with
 * an input tensor of its own, which is kept for a later call.
 */
public final class Net implements AutoCloseable {

  /** Input tensors kept between calls; more concurrent calls than this make and free their own. */
  private static final int MAX_IDLE_INPUTS = 32;

  /** What the sizes of a picture are called in the graph of a net that leaves them open. */
  private static final String FREE_HEIGHT = "H";

  private static final String FREE_WIDTH = "W";

  private final String name;
  private final InputSpec input;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String inputName;
  private final List<String> outputNames;
  private final InputWatcher watcher;
  private final BlockingQueue<Input> idleInputs = new ArrayBlockingQueue<>(MAX_IDLE_INPUTS);

  private Net(
      NetSpec spec,
      OrtEnvironment environment,
      OrtSession session,
      List<String> outputNames,
      InputWatcher watcher) {
    this.name = spec.file().name();
    this.input = spec.input();
    this.environment = environment;
    this.session = session;
    this.inputName = session.getInputNames().iterator().next();
    this.outputNames = outputNames;
    this.watcher = watcher;
  }

  /**
   * Loads a net.
   *
   * @param outputs the outputs to compute, by the names that the decoder knows
   * @param intraOpThreads threads that one run may use
   * @throws ModelPackException when the file is absent, altered or no usable net
   */
  public static Net open(ModelPack pack, NetSpec spec, List<String> outputs, int intraOpThreads)
      throws ModelPackException {
    List<String> outputNames = graphNames(spec, outputs);
    byte[] bytes = pack.read(spec.file());
    OrtEnvironment environment = OnnxEnvironment.get();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(intraOpThreads);
      options.setInterOpNumThreads(1);
      options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      options.setDeterministicCompute(true);
      // Of a net that takes any size: ONNX Runtime fuses more when it knows the one to come.
      options.setSymbolicDimensionValue(FREE_HEIGHT, spec.input().height());
      options.setSymbolicDimensionValue(FREE_WIDTH, spec.input().width());
      OrtSession session = environment.createSession(bytes, options);
      check(spec, session, outputNames);
      Net net = new Net(spec, environment, session, outputNames, pack.inputWatcher());
      net.tryOut();
      return net;
    } catch (OrtException e) {
      throw new ModelPackException(
          spec.file().name() + " is no net that can be run: " + e.getMessage(), e);
    }
  }

  private static List<String> graphNames(NetSpec spec, List<String> outputs)
      throws ModelPackException {
    if (!spec.outputs().keySet().equals(Set.copyOf(outputs))) {
      throw new ModelPackException(
          "%s: outputs of kind %s are %s, not %s"
              .formatted(spec.file().name(), spec.kind(), outputs, spec.outputs().keySet()));
    }
    List<String> names = new ArrayList<>();
    for (String output : outputs) {
      names.add(spec.outputs().get(output));
    }
    return List.copyOf(names);
  }

  private static void check(NetSpec spec, OrtSession session, List<String> outputNames)
      throws OrtException, ModelPackException {
    String file = spec.file().name();
    if (session.getNumInputs() != 1 || !session.getOutputNames().containsAll(outputNames)) {
      String found = session.getInputNames() + " to " + session.getOutputNames();
      session.close();
      throw new ModelPackException(
          file + " must take one input and give " + outputNames + ", but it maps " + found);
    }
  }

  /**
   * Runs once on black, so that a net that does not fit its description fails here and not at the
   * first face.
   */
  private void tryOut() throws ModelPackException {
    try {
      run(newPatch());
    } catch (InferenceException e) {
      close();
      throw new ModelPackException(name + " does not fit its description: " + e.getMessage(), e);
    }
  }

  /** A patch of the size that the net takes. */
  public Patch newPatch() {
    return new Patch(input.width(), input.height());
  }

  /** What the net takes. */
  public InputSpec input() {
    return input;
  }

  /**
   * Runs the net on one patch.
   *
   * @return the outputs in the order given to {@link #open}, each row-major
   * @throws InferenceException when ONNX Runtime fails
   */
  public float[][] run(Patch patch) {
    Input borrowed = idleInputs.poll();
    try {
      Input used = borrowed == null ? Input.allocate(environment, input) : borrowed;
      borrowed = used;
      used.fill(patch, input);
      watcher.given(name, used.values);
      try (OrtSession.Result result =
          session.run(Map.of(inputName, used.tensor), Set.copyOf(outputNames))) {
        float[][] outputs = new float[outputNames.size()][];
        for (int i = 0; i < outputs.length; i++) {
          OnnxTensor tensor = (OnnxTensor) result.get(outputNames.get(i)).orElseThrow();
          FloatBuffer values = tensor.getFloatBuffer();
          outputs[i] = new float[values.remaining()];
          values.get(outputs[i]);
        }
        return outputs;
      }
    } catch (OrtException e) {
      throw new InferenceException(name + " failed: " + e.getMessage(), e);
    } finally {
      if (borrowed != null && !idleInputs.offer(borrowed)) {
        borrowed.tensor.close();
      }
    }
  }

  /** Frees the session and the inputs; no run may be under way. */
  @Override
  public void close() {
    for (Input idle = idleInputs.poll(); idle != null; idle = idleInputs.poll()) {
      idle.tensor.close();
    }
    try {
      session.close();
    } catch (OrtException e) {
      throw new InferenceException(name + " could not be freed", e);
    }
  }

  /** An input tensor over memory that Java can write to. */
  private record Input(OnnxTensor tensor, FloatBuffer values) {

    static Input allocate(OrtEnvironment environment, InputSpec spec) throws OrtException {
      FloatBuffer values =
          ByteBuffer.allocateDirect(Float.BYTES * 3 * spec.width() * spec.height())
              .order(ByteOrder.nativeOrder())
              .asFloatBuffer();
      long[] shape = {1, 3, spec.height(), spec.width()};
      return new Input(OnnxTensor.createTensor(environment, values, shape), values);
    }

    void fill(Patch patch, InputSpec spec) {
      float[] planes = patch.planes();
      int plane = spec.width() * spec.height();
      for (int channel = 0; channel < 3; channel++) {
        int from = plane * (spec.colourOrder() == ColourOrder.RGB ? channel : 2 - channel);
        int to = plane * channel;
        float factor = (float) (1 / spec.divisor().get(channel));
        float offset = (float) (-spec.mean().get(channel) / spec.divisor().get(channel));
        for (int i = 0; i < plane; i++) {
          values.put(to + i, planes[from + i] * factor + offset);
        }
      }
    }
  }
}
