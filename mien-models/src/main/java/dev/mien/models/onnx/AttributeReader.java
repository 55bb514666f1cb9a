package dev.mien.models.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A constant of a node; field 20 says which of the others is its value. */
final class AttributeReader {
  private String name = "";
  private int kind;
  private float real;
  private long integer;
  private String text = "";
  private final List<Long> integers = new ArrayList<>();

  Attribute read(ByteString message) throws IOException, UnreadableModelException {
    Fields.each(message, this::take);
    return switch (kind) {
      case 1 -> new Attribute.Real(name, real);
      case 2 -> new Attribute.Int(name, integer);
      case 3 -> new Attribute.Text(name, text);
      case 7 -> new Attribute.IntList(name, integers);
      default ->
          throw new UnreadableModelException(
              "the attribute '%s' is of the kind %d".formatted(name, kind));
    };
  }

  private boolean take(int number, CodedInputStream in) throws IOException {
    switch (number) {
      case 1 -> name = in.readString();
      case 2 -> real = in.readFloat();
      case 3 -> integer = in.readInt64();
      case 4 -> text = in.readString();
      case 8 -> Fields.integers(in, integers::add);
      case 20 -> kind = in.readEnum();
      default -> {
        return false;
      }
    }
    return true;
  }
}
