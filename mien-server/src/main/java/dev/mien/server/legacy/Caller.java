package dev.mien.server.legacy;

import static java.util.Objects.requireNonNull;

import dev.mien.gallery.AccountId;
import dev.mien.server.protocol.Services;
import java.util.UUID;

/**
 * Who asks, and what the server offers.
 *
 * @param requestId names the request in the log
 * @param account the account that signed it
 * @param services the parts of the server that calls use
 */
public record Caller(UUID requestId, AccountId account, Services services) {
  public Caller {
    requireNonNull(requestId, "requestId is null");
    requireNonNull(account, "account is null");
    requireNonNull(services, "services is null");
  }
}
