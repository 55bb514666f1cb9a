package dev.mien.vision.model;

import static java.util.Objects.requireNonNull;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/**
 * A net that is loaded and can be run. Thread-safe: concurrent calls share the session, each with
 * an input and outputs of its own, which are kept for a later call.
 */
public final class Net implements AutoCloseable {

  /** Tensors kept between calls; more concurrent calls than this make and free their own. */
  private static final int MAX_IDLE = 32;

  /** What the sizes of a picture are called in the graph of a net that leaves them open. */
  private static final String FREE_HEIGHT = "H";

  private static final String FREE_WIDTH = "W";

  private static final long[] UNKNOWN = {-1};

  private final String name;
  private final InputSpec input;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String inputName;
  private final List<String> outputNames;
  private final InputWatcher watcher;
  private final BlockingQueue<Tensors> idle = new ArrayBlockingQueue<>(MAX_IDLE);

  /** Outputs whose shape is known before a run, which are written into memory that is kept. */
  private final Map<String, long[]> fixedShapes = new HashMap<>();

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
   * first face, and looks at what it gives.
   */
  private void tryOut() throws ModelPackException {
    try (Tensors tensors = new Tensors(environment, input, outputNames, Map.of())) {
      NetRun run = new NetRun(this, tensors);
      run.fillBlack();
      run.compute();
      for (int output = 0; output < outputNames.size(); output++) {
        long[] shape = declaredShape(outputNames.get(output));
        if (Arrays.stream(shape).allMatch(length -> length > 0)
            && Tensors.elements(shape) == run.length(output)) {
          fixedShapes.put(outputNames.get(output), shape);
        }
      }
    } catch (InferenceException | OrtException e) {
      close();
      throw new ModelPackException(name + " does not fit its description: " + e.getMessage(), e);
    }
  }

  /**
   * The shape of an output as the graph declares it for one picture; with a negative length where
   * it leaves that open, or the output is not of floats.
   */
  private long[] declaredShape(String output) throws OrtException {
    TensorInfo info = tensorInfo(session.getOutputInfo(), output);
    if (info.type != OnnxJavaType.FLOAT) {
      return UNKNOWN;
    }
    TensorInfo taken = tensorInfo(session.getInputInfo(), inputName);
    long[] shape = info.getShape();
    // As many items as go in, by the name of their number, come out.
    if (shape.length > 0
        && shape[0] < 0
        && !info.getDimensionNames()[0].isEmpty()
        && info.getDimensionNames()[0].equals(taken.getDimensionNames()[0])) {
      shape[0] = 1;
    }
    return shape;
  }

  private static TensorInfo tensorInfo(Map<String, NodeInfo> nodes, String node) {
    return (TensorInfo) requireNonNull(nodes.get(node), node).getInfo();
  }

  /** What the net takes. */
  public InputSpec input() {
    return input;
  }

  /**
   * Lends the net's input and outputs to some work.
   *
   * @param work must not keep what it is given; returns what it made of the outputs
   * @throws InferenceException when ONNX Runtime fails
   */
  public <T> T with(Function<NetRun, T> work) {
    Tensors kept = idle.poll();
    Tensors used = kept == null ? newTensors() : kept;
    NetRun run = new NetRun(this, used);
    try {
      return work.apply(run);
    } finally {
      run.end();
      if (!idle.offer(used)) {
        used.close();
      }
    }
  }

  private Tensors newTensors() {
    try {
      return new Tensors(environment, input, outputNames, fixedShapes);
    } catch (OrtException e) {
      throw new InferenceException(name + " cannot be given memory: " + e.getMessage(), e);
    }
  }

  /**
   * Runs the net.
   *
   * @return the outputs in the order given to {@link #open}; valid until the tensors are used again
   */
  List<FloatBuffer> compute(Tensors tensors) {
    watcher.given(name, tensors.inputValues());
    try (OrtSession.Result result =
        session.run(
            Map.of(inputName, tensors.input()), tensors.otherOutputs(), tensors.outputs())) {
      List<FloatBuffer> outputs = new ArrayList<>(outputNames.size());
      for (String output : outputNames) {
        FloatBuffer kept = tensors.outputValues().get(output);
        outputs.add(kept == null ? copy(result, output) : kept);
      }
      return outputs;
    } catch (OrtException e) {
      throw new InferenceException(name + " failed: " + e.getMessage(), e);
    }
  }

  private static FloatBuffer copy(OrtSession.Result result, String output) throws OrtException {
    FloatBuffer values = ((OnnxTensor) result.get(output).orElseThrow()).getFloatBuffer();
    if (values == null) {
      throw new OrtException(output + " has no floats");
    }
    return values;
  }

  /** Frees the session and the tensors; no run may be under way. */
  @Override
  public void close() {
    for (Tensors tensors = idle.poll(); tensors != null; tensors = idle.poll()) {
      tensors.close();
    }
    try {
      session.close();
    } catch (OrtException e) {
      throw new InferenceException(name + " could not be freed", e);
    }
  }
}
