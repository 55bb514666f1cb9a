package dev.mien.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.models.OnnxRunner;
import dev.mien.models.tensor.FloatTensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelWriterTest {
  @Test
  void aRuntimeReadsWhatTheWriterWrites() throws Exception {
    GraphBuilder graph = new GraphBuilder("line", "a test");
    NeuralOperators neural = new NeuralOperators(graph);
    Value x = graph.input("x", Shape.batchOf(2));
    Value product =
        neural.fullyConnected(
            x,
            new FloatTensor(List.of(2, 2), new float[] {1, 2, 3, 4}),
            List.of(FloatTensor.vector(10, -100)));
    graph.output("y", neural.unary("Relu", product));

    try (OnnxRunner runner = new OnnxRunner(graph.build())) {
      OnnxRunner.Answer y = runner.run(new float[] {1, 1, 0, -1}, 2, 2).get("y");

      assertThat(y.shape()).containsExactly(2L, 2L);
      assertThat(y.values()).containsExactly(14, 0, 7, 0);
    }
  }

  @Test
  void everyKindOfAttributeIsUnderstood() throws Exception {
    GraphBuilder graph = new GraphBuilder("attributes", "a test");
    NeuralOperators neural = new NeuralOperators(graph);
    Shape openSize =
        new Shape(
            List.of(Dimension.BATCH, Dimension.of(1), new Dimension.Named("H"), Dimension.UNKNOWN));
    Value x = graph.input("x", openSize);
    Value leaky = neural.leakyRelu(x, 0.5f); // a float
    Value pooled = neural.maxPool(leaky, Window.square(2, 2, Padding.SAME)); // integers, a string
    graph.output("y", neural.softmax(pooled, 3)); // an integer

    try (OnnxRunner runner = new OnnxRunner(graph.build())) {
      OnnxRunner.Answer y = runner.run(new float[] {-4, -2, -6, -8, 1, 0}, 1, 1, 2, 3).get("y");

      assertThat(y.shape()).containsExactly(1L, 1L, 1L, 2L);
      // The pool sees {-2, -1, -3 / -4, 1, 0} under its two windows: 1 and 0.
      double larger = Math.exp(1) / (Math.exp(1) + 1);
      assertThat(y.values()).containsExactly((float) larger, (float) (1 - larger));
    }
  }

  @Test
  void theSameCallsGiveTheSameBytes() {
    assertThat(ModelWriter.write(small())).isEqualTo(ModelWriter.write(small()));
  }

  @Test
  void valuesGetUniqueNames() {
    GraphBuilder graph = new GraphBuilder("names", "a test");
    NeuralOperators neural = new NeuralOperators(graph);
    Value x = graph.input("x", Shape.batchOf(1));
    graph.scope("layer");

    Value first = neural.unary("Relu", x);
    Value second = neural.unary("Relu", first);

    assertThat(first.name()).isEqualTo("layer/Relu");
    assertThat(second.name()).isEqualTo("layer/Relu_2");
  }

  private static Model small() {
    GraphBuilder graph = new GraphBuilder("small", "a test");
    Value x = graph.input("x", Shape.batchOf(3));
    Value two = graph.scalar(2);
    graph.output("y", new NeuralOperators(graph).binary("Mul", x, two));
    return graph.build();
  }
}
