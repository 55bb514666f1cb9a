package dev.mien.server.protocol;

import static java.util.Objects.requireNonNull;

import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of a request as a tree, before they are known to fit any action.
 *
 * @param root the top-level parameters by name
 * @param notation how values were written, which decides what the binder accepts
 */
public record RequestTree(ObjectNode root, Notation notation) {

  /** How parameter values are written. */
  public enum Notation {
    /** JSON: a value has a type. */
    JSON,
    /** A form, a query or multipart: every value is text, its type follows from the action. */
    TEXT
  }

  public RequestTree {
    requireNonNull(root, "root is null");
    requireNonNull(notation, "notation is null");
  }
}
