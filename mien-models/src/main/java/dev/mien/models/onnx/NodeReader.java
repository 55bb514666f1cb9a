package dev.mien.models.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A node and its attributes. */
final class NodeReader {
  private final List<String> inputs = new ArrayList<>();
  private final List<String> outputs = new ArrayList<>();
  private final List<Attribute> attributes = new ArrayList<>();
  private String name = "";
  private String operator = "";
  private String domain = "";

  static Node node(ByteString message) throws IOException, UnreadableModelException {
    NodeReader node = new NodeReader();
    Fields.each(message, node::take);
    if (!node.domain.isEmpty() || node.outputs.size() != 1) {
      throw new UnreadableModelException(
          "node '%s' (%s %s) is of another domain or has not one result"
              .formatted(node.name, node.domain, node.operator));
    }
    return new Node(
        node.operator, node.name, node.inputs, node.outputs.getFirst(), node.attributes);
  }

  private boolean take(int number, CodedInputStream in)
      throws IOException, UnreadableModelException {
    switch (number) {
      case 1 -> inputs.add(in.readString());
      case 2 -> outputs.add(in.readString());
      case 3 -> name = in.readString();
      case 4 -> operator = in.readString();
      case 5 -> attributes.add(new AttributeReader().read(in.readBytes()));
      case 7 -> domain = in.readString();
      default -> {
        return false;
      }
    }
    return true;
  }
}
