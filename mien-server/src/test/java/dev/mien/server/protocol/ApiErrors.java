package dev.mien.server.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Assertions about errors that reach a client. */
final class ApiErrors {
  private ApiErrors() {}

  interface Attempt {
    Object run() throws ApiException;
  }

  /** The attempt fails with this code, and its English message has this text. */
  static void assertFails(Attempt attempt, CommonError code, String text) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.message(Language.ENGLISH)).contains(text);
            });
  }
}
