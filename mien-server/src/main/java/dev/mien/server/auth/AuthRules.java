package dev.mien.server.auth;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Set;

/**
 * What the operator decides about signatures.
 *
 * @param maxSkew the largest permitted difference between a request's timestamp and the clock here
 * @param publicHosts further host names that clients may have signed, as when a proxy in front
 *     changes the Host header
 * @param replayEntries how many requests of the last {@code maxSkew} are remembered to refuse their
 *     repetition; when so many are remembered, further ones are refused as too many
 * @param refuseRepeatedSignatures whether a TC3 request with a signature seen before is refused;
 *     off by default, because TC3 has no nonce and two equal requests of one client within a second
 *     are legitimate and have equal signatures
 */
public record AuthRules(
    Duration maxSkew,
    Set<String> publicHosts,
    int replayEntries,
    boolean refuseRepeatedSignatures) {

  public AuthRules {
    requireNonNull(maxSkew, "maxSkew is null");
    if (maxSkew.compareTo(Duration.ofSeconds(1)) < 0
        || maxSkew.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("max-skew must lie between 1s and 1h: " + maxSkew);
    }
    publicHosts = Set.copyOf(publicHosts);
    if (replayEntries < 1) {
      throw new IllegalArgumentException("replay-entries must be positive: " + replayEntries);
    }
  }
}
