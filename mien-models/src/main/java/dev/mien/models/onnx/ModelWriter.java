package dev.mien.models.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes a {@link Model} as an ONNX file (protocol buffers). Equal models give equal bytes: fields
 * go out in the order of their numbers and nothing depends on time, place or hash order.
 *
 * <p>The field numbers are those of the messages of {@code onnx.proto}, version 1.16; see the
 * constants of each method.
 */
public final class ModelWriter {
  /** The file format's version: the newest that every runtime since ONNX 1.10 reads. */
  private static final long IR_VERSION = 8;

  /** The operator set's version; the operators' shapes and attributes in this package follow it. */
  static final long OPERATOR_SET = 17;

  private static final String PRODUCER = "mien-models";

  private ModelWriter() {}

  /** The bytes of the ONNX file. */
  public static ByteString write(Model model) {
    return message(
        // ModelProto
        out -> {
          out.writeInt64(1, IR_VERSION);
          out.writeString(2, PRODUCER);
          out.writeString(6, model.description());
          out.writeBytes(7, graph(model));
          out.writeBytes(8, message(operatorSet -> operatorSet.writeInt64(2, OPERATOR_SET)));
        });
  }

  private static ByteString graph(Model model) {
    return message(
        // GraphProto
        out -> {
          for (Node node : model.nodes()) {
            out.writeBytes(1, node(node));
          }
          out.writeString(2, model.name());
          for (Initializer initializer : model.initializers()) {
            out.writeBytes(5, tensor(initializer));
          }
          for (Value input : model.inputs()) {
            out.writeBytes(11, valueInfo(input));
          }
          for (Value output : model.outputs()) {
            out.writeBytes(12, valueInfo(output));
          }
        });
  }

  private static ByteString node(Node node) {
    return message(
        // NodeProto
        out -> {
          for (String input : node.inputs()) {
            out.writeString(1, input);
          }
          out.writeString(2, node.output());
          out.writeString(3, node.name());
          out.writeString(4, node.operator());
          for (Attribute attribute : node.attributes()) {
            out.writeBytes(5, attribute(attribute));
          }
        });
  }

  private static ByteString attribute(Attribute attribute) {
    return message(
        // AttributeProto; field 20 is the kind of the value
        out -> {
          out.writeString(1, attribute.name());
          switch (attribute) {
            case Attribute.Real real -> {
              out.writeFloat(2, real.value());
              out.writeEnum(20, 1);
            }
            case Attribute.Int integer -> {
              out.writeInt64(3, integer.value());
              out.writeEnum(20, 2);
            }
            case Attribute.Text text -> {
              out.writeBytes(4, ByteString.copyFromUtf8(text.value()));
              out.writeEnum(20, 3);
            }
            case Attribute.IntList list -> {
              for (long value : list.values()) {
                out.writeInt64(8, value);
              }
              out.writeEnum(20, 7);
            }
          }
        });
  }

  private static ByteString tensor(Initializer initializer) {
    return message(
        // TensorProto
        out -> {
          for (long size : initializer.sizes()) {
            out.writeInt64(1, size);
          }
          out.writeInt32(2, initializer.value().type().code());
          out.writeString(8, initializer.value().name());
          out.writeBytes(9, initializer.data());
        });
  }

  private static ByteString valueInfo(Value value) {
    ByteString shape =
        message(
            // TensorShapeProto
            out -> {
              for (Dimension dimension : value.shape().dimensions()) {
                out.writeBytes(1, dimension(dimension));
              }
            });
    ByteString tensorType =
        message(
            // TypeProto.Tensor
            out -> {
              out.writeInt32(1, value.type().code());
              out.writeBytes(2, shape);
            });
    return message(
        // ValueInfoProto; its field 2 is a TypeProto, whose field 1 is the tensor type
        out -> {
          out.writeString(1, value.name());
          out.writeBytes(2, message(type -> type.writeBytes(1, tensorType)));
        });
  }

  private static ByteString dimension(Dimension dimension) {
    return message(
        // TensorShapeProto.Dimension; neither field means unknown
        out -> {
          switch (dimension) {
            case Dimension.Fixed fixed -> out.writeInt64(1, fixed.size());
            case Dimension.Named named -> out.writeString(2, named.name());
            case Dimension.Unknown _ -> {}
          }
        });
  }

  private static ByteString message(Body body) {
    ByteString.Output bytes = ByteString.newOutput();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      body.writeTo(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteString();
  }

  @FunctionalInterface
  private interface Body {
    void writeTo(CodedOutputStream out) throws IOException;
  }
}
