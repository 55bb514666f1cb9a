package dev.mien.server.http;

import dev.mien.server.auth.SignedRequest;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.work.Arrival;
import java.util.Optional;
import java.util.UUID;

/** Answers the requests of an API that has paths of its own. Safe for use by many threads. */
public interface Endpoint {
  /** Whether a request that came now would be refused, as too many are waiting. */
  boolean isBusy();

  /** Announces a request with a large body, or nothing if it would be refused. */
  Optional<Arrival> tryArrive();

  /** Answers a request; whatever goes wrong becomes an error response. */
  Reply reply(SignedRequest request, UUID requestId);

  /** An error response to a request whose body was not read. */
  Reply refusal(SignedRequest head, UUID requestId, ApiException error);
}
