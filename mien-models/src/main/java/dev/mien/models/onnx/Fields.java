package dev.mien.models.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.function.LongConsumer;

/** Takes the fields of a message one by one. */
@FunctionalInterface
interface Fields {
  /**
   * Reads a field, or says that it is of no interest.
   *
   * @param number of the field
   * @param in at its value
   */
  boolean take(int number, CodedInputStream in) throws IOException, UnreadableModelException;

  /** Gives all fields of a message, in its order. */
  static void each(ByteString message, Fields fields) throws IOException, UnreadableModelException {
    CodedInputStream in = message.newCodedInput();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (!fields.take(WireFormat.getTagFieldNumber(tag), in)) {
        in.skipField(tag);
      }
    }
  }

  /**
   * The value of a repeated field of integers: one of them, or several packed. Writers do either.
   */
  static void integers(CodedInputStream in, LongConsumer consumer) throws IOException {
    if (WireFormat.getTagWireType(in.getLastTag()) == WireFormat.WIRETYPE_VARINT) {
      consumer.accept(in.readInt64());
      return;
    }
    CodedInputStream packed = in.readBytes().newCodedInput();
    while (!packed.isAtEnd()) {
      consumer.accept(packed.readInt64());
    }
  }
}
