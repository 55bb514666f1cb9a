package dev.mien.server.control;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** Something to do about keys. */
public sealed interface KeyCommand extends ControlCommand {

  /**
   * Create a key pair.
   *
   * @param appId for which account; null means the only one there is
   * @param newAccount for an account that is created as well
   */
  record Create(@Nullable Long appId, boolean newAccount) implements KeyCommand {}

  /** List all keys of all accounts, without their secrets. */
  record ListAll() implements KeyCommand {}

  /** Disable a key for good. */
  record Disable(String secretId) implements KeyCommand {
    public Disable {
      requireNonNull(secretId, "secretId is null");
    }
  }
}
