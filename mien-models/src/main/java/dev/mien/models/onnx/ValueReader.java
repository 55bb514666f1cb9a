package dev.mien.models.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Inputs, outputs and constants. */
final class ValueReader {
  private String name = "";
  private int type;
  private final List<Dimension> dimensions = new ArrayList<>();
  private ByteString data = ByteString.EMPTY;

  static Value value(ByteString message) throws IOException, UnreadableModelException {
    ValueReader value = new ValueReader();
    Fields.each(
        message,
        (number, in) -> {
          switch (number) {
            case 1 -> value.name = in.readString();
            case 2 -> value.type(in.readBytes());
            default -> {
              return false;
            }
          }
          return true;
        });
    return value.build();
  }

  static Initializer initializer(ByteString message) throws IOException, UnreadableModelException {
    ValueReader value = new ValueReader();
    Fields.each(message, value::takeOfTensor);
    Value built = value.build();
    long elements = built.shape().knownElementsFrom(0).orElseThrow();
    if (value.data.size() != elements * built.type().elementBytes()) {
      throw new UnreadableModelException(
          "the constant '%s' has not its %d elements as raw data"
              .formatted(built.name(), elements));
    }
    return new Initializer(built, value.data);
  }

  private boolean takeOfTensor(int number, CodedInputStream in) throws IOException {
    switch (number) {
      case 1 -> Fields.integers(in, size -> dimensions.add(Dimension.of(size)));
      case 2 -> type = in.readInt32();
      case 8 -> name = in.readString();
      case 9 -> data = in.readBytes();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** A TypeProto, whose field 1 is the type of a tensor. */
  private void type(ByteString message) throws IOException, UnreadableModelException {
    Fields.each(
        message,
        (number, in) -> {
          if (number != 1) {
            return false;
          }
          Fields.each(in.readBytes(), this::takeOfTensorType);
          return true;
        });
  }

  private boolean takeOfTensorType(int number, CodedInputStream in)
      throws IOException, UnreadableModelException {
    switch (number) {
      case 1 -> type = in.readInt32();
      case 2 ->
          Fields.each(
              in.readBytes(),
              (field, shape) -> {
                if (field != 1) {
                  return false;
                }
                dimensions.add(dimension(shape.readBytes()));
                return true;
              });
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Dimension dimension(ByteString message)
      throws IOException, UnreadableModelException {
    List<Dimension> found = new ArrayList<>();
    Fields.each(
        message,
        (number, in) -> {
          switch (number) {
            case 1 -> found.add(Dimension.of(in.readInt64()));
            case 2 -> found.add(new Dimension.Named(in.readString()));
            default -> {
              return false;
            }
          }
          return true;
        });
    return found.isEmpty() ? Dimension.UNKNOWN : found.getFirst();
  }

  private Value build() throws UnreadableModelException {
    ElementType elements =
        ElementType.ofCode(type)
            .orElseThrow(
                () ->
                    new UnreadableModelException(
                        "'%s' has elements of type %d".formatted(name, type)));
    return new Value(name, elements, new Shape(dimensions));
  }
}
