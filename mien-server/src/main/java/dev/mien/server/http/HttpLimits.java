package dev.mien.server.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What a client may send.
 *
 * @param bodyBytes the largest body signed with TC3-HMAC-SHA256
 * @param formBytes the largest body signed with HmacSHA1 or HmacSHA256
 * @param queryBytes the longest query
 * @param headerBytes request line and headers together
 * @param headerTimeout the time in which request line and headers must be there, TLS included
 * @param bodyTimeout the time in which a body must be there
 * @param answerTimeout the time in which a part of an answer must be read, if it is small
 * @param idleTimeout how long a connection may be silent
 * @param connections how many connections may be open
 * @param connectionsPerAddress how many of them one client address may have; 0 means all
 * @param bodiesInFlightBytes how many bytes of bodies may be in memory at a time
 * @param shutdownTime how long requests may still run when the server stops
 */
public record HttpLimits(
    int bodyBytes,
    int formBytes,
    int queryBytes,
    int headerBytes,
    Duration headerTimeout,
    Duration bodyTimeout,
    Duration answerTimeout,
    Duration idleTimeout,
    int connections,
    int connectionsPerAddress,
    long bodiesInFlightBytes,
    Duration shutdownTime) {

  public HttpLimits {
    requireNonNull(headerTimeout, "headerTimeout is null");
    requireNonNull(bodyTimeout, "bodyTimeout is null");
    requireNonNull(answerTimeout, "answerTimeout is null");
    requireNonNull(idleTimeout, "idleTimeout is null");
    requireNonNull(shutdownTime, "shutdownTime is null");
    if (bodiesInFlightBytes < Math.max(bodyBytes, formBytes)) {
      throw new IllegalArgumentException("no room for one body: " + bodiesInFlightBytes);
    }
  }
}
