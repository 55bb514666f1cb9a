package dev.mien.server.fetch;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What downloads may do.
 *
 * @param allowPrivate whether addresses that are not public may be reached
 * @param connectTimeout the time for one connection to come about
 * @param totalTimeout the time for all of it, redirects included
 * @param maxBytes the largest content
 * @param maxRedirects how many redirects are followed
 * @param concurrency how many downloads run at once
 */
public record FetchRules(
    boolean allowPrivate,
    Duration connectTimeout,
    Duration totalTimeout,
    long maxBytes,
    int maxRedirects,
    int concurrency) {

  public FetchRules {
    requireNonNull(connectTimeout, "connectTimeout is null");
    requireNonNull(totalTimeout, "totalTimeout is null");
    if (connectTimeout.compareTo(Duration.ofMillis(1)) < 0
        || totalTimeout.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("connect-timeout and total-timeout must be positive");
    }
    if (maxBytes < 1 || concurrency < 1 || maxRedirects < 0) {
      throw new IllegalArgumentException("max-bytes and concurrency must be positive");
    }
  }
}
