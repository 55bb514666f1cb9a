package dev.mien.server.auth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Requests that the official clients sent to a recording server, byte for byte. */
public final class RawRequest {
  private static final String FOLDER = "/captures/";

  private RawRequest() {}

  /** The names of all recordings. */
  public static List<String> names() {
    return new String(bytes("index.txt"), StandardCharsets.UTF_8).lines().toList();
  }

  /** A recording as it went over the wire. */
  public static byte[] bytes(String name) {
    try (InputStream resource = RawRequest.class.getResourceAsStream(FOLDER + name)) {
      return resource.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A recording taken apart. */
  static SignedRequest read(String name) {
    return parse(bytes(name));
  }

  static SignedRequest parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    String[] lines = text.substring(0, end).split("\r\n", -1);
    String[] requestLine = lines[0].split(" ", -1);
    String[] target = requestLine[1].split("\\?", 2);
    Map<String, List<String>> headers = new HashMap<>();
    for (String line : Arrays.asList(lines).subList(1, lines.length)) {
      String[] header = line.split(":", 2);
      headers
          .computeIfAbsent(header[0].toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(header[1]);
    }
    return new SignedRequest(
        requestLine[0],
        target[0],
        target.length > 1 ? target[1] : "",
        headers,
        Arrays.copyOfRange(bytes, end + 4, bytes.length));
  }
}
