package dev.mien.models.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads ONNX files: those of {@link ModelWriter}, and others that need no more than a {@link Model}
 * holds. Files with operators of other domains or another operator set, nodes of several results,
 * graphs within nodes, or constants outside of the file's raw data are refused.
 *
 * <p>The field numbers are those of the messages of {@code onnx.proto}, version 1.16.
 */
public final class ModelReader {
  private String name = "";
  private String description = "";
  private final List<Value> inputs = new ArrayList<>();
  private final List<Value> outputs = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Initializer> initializers = new ArrayList<>();

  private ModelReader() {}

  /**
   * Reads a file.
   *
   * @throws UnreadableModelException if it is no such file
   */
  public static Model read(byte[] file) throws UnreadableModelException {
    ModelReader reader = new ModelReader();
    try {
      reader.model(ByteString.copyFrom(file));
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw new UnreadableModelException("this is no ONNX file: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UnreadableModelException("reading from memory failed", e);
    }
    return new Model(
        reader.name,
        reader.description,
        reader.inputs,
        reader.outputs,
        reader.nodes,
        reader.initializers);
  }

  private void model(ByteString message) throws IOException, UnreadableModelException {
    Fields.each(
        message,
        (number, in) -> {
          switch (number) {
            case 6 -> description = in.readString();
            case 7 -> graph(in.readBytes());
            case 8 -> checkOperatorSet(in.readBytes());
            default -> {
              return false;
            }
          }
          return true;
        });
  }

  /** Sets of other domains may be declared; nodes that use them are refused. */
  private static void checkOperatorSet(ByteString message)
      throws IOException, UnreadableModelException {
    OperatorSet set = new OperatorSet();
    Fields.each(
        message,
        (number, in) -> {
          switch (number) {
            case 1 -> set.domain = in.readString();
            case 2 -> set.version = in.readInt64();
            default -> {
              return false;
            }
          }
          return true;
        });
    if (set.domain.isEmpty() && set.version != ModelWriter.OPERATOR_SET) {
      throw new UnreadableModelException(
          "operator set %d, not %d".formatted(set.version, ModelWriter.OPERATOR_SET));
    }
  }

  private static final class OperatorSet {
    private String domain = "";
    private long version;
  }

  private void graph(ByteString message) throws IOException, UnreadableModelException {
    Fields.each(
        message,
        (number, in) -> {
          switch (number) {
            case 1 -> nodes.add(NodeReader.node(in.readBytes()));
            case 2 -> name = in.readString();
            case 5 -> initializers.add(ValueReader.initializer(in.readBytes()));
            case 11 -> inputs.add(ValueReader.value(in.readBytes()));
            case 12 -> outputs.add(ValueReader.value(in.readBytes()));
            case 15 -> throw new UnreadableModelException("a sparse constant");
            default -> {
              return false;
            }
          }
          return true;
        });
  }
}
