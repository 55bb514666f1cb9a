package dev.mien.server.auth;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came over the wire, with nothing decoded: what a signature is about.
 *
 * @param method in upper case
 * @param path the path as sent, beginning with a slash
 * @param query the text after the question mark as sent; empty if there is none
 * @param headers the values of each header as sent, by its name in lower case
 * @param body the bytes of the body; not copied, must not be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Requests are not compared; megabytes are not copied.
public record SignedRequest(
    String method, String path, String query, Map<String, List<String>> headers, byte[] body) {

  public SignedRequest {
    requireNonNull(method, "method is null");
    requireNonNull(path, "path is null");
    requireNonNull(query, "query is null");
    headers = Map.copyOf(headers);
    requireNonNull(body, "body is null");
  }

  /** The value of a header without surrounding spaces; the first one if there are several. */
  public Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.stream().findFirst().map(String::strip);
  }

  /** A header's value, or an empty text. */
  public String headerOrEmpty(String name) {
    return header(name).orElse("");
  }

  @Override
  public String toString() {
    return "%s request with %d bytes".formatted(method, body.length);
  }
}
