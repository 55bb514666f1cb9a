package dev.mien.server.protocol;

import static java.util.Objects.requireNonNull;

import dev.mien.gallery.AccountId;
import java.util.UUID;

/**
 * What surrounds one request: who asks, in which version and language, and what the server offers.
 *
 * @param requestId the id that the response carries
 * @param account the account whose key signed the request
 * @param version the API version asked for, one of the action's
 * @param language the language of error messages
 * @param services the parts of the server that actions use
 */
public record Call(
    UUID requestId, AccountId account, String version, Language language, Services services) {

  public Call {
    requireNonNull(requestId, "requestId is null");
    requireNonNull(account, "account is null");
    requireNonNull(version, "version is null");
    requireNonNull(language, "language is null");
    requireNonNull(services, "services is null");
  }
}
