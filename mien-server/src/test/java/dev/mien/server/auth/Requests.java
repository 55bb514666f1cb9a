package dev.mien.server.auth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Requests changed in one place. */
final class Requests {
  private Requests() {}

  static SignedRequest with(SignedRequest request, String header, String... values) {
    Map<String, List<String>> headers = new HashMap<>(request.headers());
    headers.put(header, List.of(values));
    return new SignedRequest(
        request.method(), request.path(), request.query(), headers, request.body());
  }

  static SignedRequest without(SignedRequest request, String header) {
    Map<String, List<String>> headers = new HashMap<>(request.headers());
    headers.remove(header);
    return new SignedRequest(
        request.method(), request.path(), request.query(), headers, request.body());
  }

  static SignedRequest withBody(SignedRequest request, byte[] body) {
    return new SignedRequest(
        request.method(), request.path(), request.query(), request.headers(), body);
  }

  static SignedRequest withQuery(SignedRequest request, String query) {
    return new SignedRequest(
        request.method(), request.path(), query, request.headers(), request.body());
  }

  static SignedRequest withPath(SignedRequest request, String path) {
    return new SignedRequest(
        request.method(), path, request.query(), request.headers(), request.body());
  }

  static SignedRequest withMethod(SignedRequest request, String method) {
    return new SignedRequest(
        method, request.path(), request.query(), request.headers(), request.body());
  }
}
