package dev.mien.server.legacy;

import static java.util.Objects.requireNonNull;

import dev.mien.server.protocol.ApiException;

/**
 * An error that has data beside its code, in place of an answer.
 *
 * @param error why the request cannot be fulfilled
 * @param data what else is told
 */
record Refused(ApiException error, Record data) {
  Refused {
    requireNonNull(error, "error is null");
    requireNonNull(data, "data is null");
  }
}
