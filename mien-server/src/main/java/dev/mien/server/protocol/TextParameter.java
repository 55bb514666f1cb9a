package dev.mien.server.protocol;

import static java.util.Objects.requireNonNull;

/**
 * One parameter of a query, a form or multipart content.
 *
 * @param name as sent, decoded; structures are written with dots, as in {@code GroupIds.0}
 * @param value as sent, decoded
 */
public record TextParameter(String name, String value) {

  public TextParameter {
    requireNonNull(name, "name is null");
    requireNonNull(value, "value is null");
  }
}
