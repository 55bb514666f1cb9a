package dev.mien.server.http;

import dev.mien.gallery.AccountId;
import java.util.Optional;

/**
 * What a request came to.
 *
 * @param body the response's bytes
 * @param code the error's code, or {@code OK}
 * @param action the action, if the request named one that exists
 * @param account whose request it was, if it was authentic
 */
@SuppressWarnings("ArrayRecordComponent") // Written once, never compared.
public record Reply(
    byte[] body, String code, Optional<String> action, Optional<AccountId> account) {
  /** The code of an answer that is no error. */
  public static final String OK = "OK";

  /** For the log alone: the body never arrived whole. */
  static final Reply ABORTED =
      new Reply(new byte[0], "Aborted", Optional.empty(), Optional.empty());
}
