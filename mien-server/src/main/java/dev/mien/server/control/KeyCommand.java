package dev.mien.server.control;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** Something to do about keys. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes({
  @JsonSubTypes.Type(value = KeyCommand.Create.class, name = "create"),
  @JsonSubTypes.Type(value = KeyCommand.ListAll.class, name = "list"),
  @JsonSubTypes.Type(value = KeyCommand.Disable.class, name = "disable")
})
public sealed interface KeyCommand {

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
