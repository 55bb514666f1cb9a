package dev.mien.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import dev.mien.models.tensor.FloatTensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelReaderTest {
  @Test
  void what_the_writer_wrote_is_read_as_it_was() throws Exception {
    GraphBuilder graph = new GraphBuilder("all", "a test");
    NeuralOperators neural = new NeuralOperators(graph);
    Shape openSize =
        new Shape(
            List.of(Dimension.BATCH, Dimension.of(1), new Dimension.Named("H"), Dimension.UNKNOWN));
    Value x = graph.input("x", openSize);
    Value leaky = neural.leakyRelu(x, 0.5f);
    Value pooled = neural.maxPool(leaky, Window.square(2, 2, Padding.SAME));
    Value scaled = neural.prelu(pooled, new FloatTensor(List.of(1, 1, 1), new float[] {0.25f}));
    graph.output("y", new ShapeOperators(graph).transpose(scaled, 0, 2, 3, 1));
    Model model = graph.build();

    assertThat(ModelReader.read(ModelWriter.write(model).toByteArray())).isEqualTo(model);
  }

  @Test
  void a_converted_network_survives_reading_and_writing() throws Exception {
    byte[] file = Files.readAllBytes(Path.of("target", "onnx", "blazeface.onnx"));

    assertThat(ModelWriter.write(ModelReader.read(file)).toByteArray()).isEqualTo(file);
  }

  @Test
  void damaged_files_are_refused() throws Exception {
    byte[] file = Files.readAllBytes(Path.of("target", "onnx", "liveness.onnx"));
    byte[] half = Arrays.copyOf(file, file.length / 2);

    assertThatThrownBy(() -> ModelReader.read(half))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageStartingWith("this is no ONNX file");
  }

  @Test
  void another_operator_set_and_other_domains_are_refused_by_name() {
    ByteString set = message(out -> out.writeInt64(2, 11));
    ByteString node =
        message(
            out -> {
              out.writeString(2, "y");
              out.writeString(3, "odd");
              out.writeString(4, "FusedConv");
              out.writeString(7, "com.microsoft");
            });

    assertThatThrownBy(() -> ModelReader.read(message(out -> out.writeBytes(8, set)).toByteArray()))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessage("operator set 11, not 17");
    ByteString graph = message(out -> out.writeBytes(1, node));
    assertThatThrownBy(
            () -> ModelReader.read(message(out -> out.writeBytes(7, graph)).toByteArray()))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("'odd' (com.microsoft FusedConv)");
  }

  @Test
  void a_constant_without_its_raw_data_is_refused_by_name() {
    ByteString tensor =
        message(
            out -> {
              out.writeInt64(1, 3);
              out.writeInt32(2, 1);
              out.writeString(8, "weights");
            });
    ByteString graph = message(out -> out.writeBytes(5, tensor));

    assertThatThrownBy(
            () -> ModelReader.read(message(out -> out.writeBytes(7, graph)).toByteArray()))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessage("the constant 'weights' has not its 3 elements as raw data");
  }

  private interface Body {
    void writeTo(CodedOutputStream out) throws IOException;
  }

  private static ByteString message(Body body) {
    ByteString.Output bytes = ByteString.newOutput();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      body.writeTo(out);
      out.flush();
    } catch (IOException e) {
      throw new AssertionError("writing to memory failed", e);
    }
    return bytes.toByteString();
  }
}
