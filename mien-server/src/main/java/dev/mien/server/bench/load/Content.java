package dev.mien.server.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a request sends. Pictures in it lie outside of the heap, where sockets take them from
 * without a copy, are shared by all requests, and are hashed once: a client that makes and hashes
 * megabytes for each request would eat what it measures.
 *
 * @param parts one after another
 * @param sha256 of all of them, in hexadecimal
 */
record Content(List<ByteBuffer> parts, String sha256) {

  Content {
    parts = List.copyOf(parts);
  }

  /** A picture as a field of a JSON object. */
  record Named(String name, Picture picture) {}

  /** Bytes of any kind. */
  static Content of(byte[] bytes) {
    return new Content(List.of(ByteBuffer.wrap(bytes)), hex(updated(newDigest(), bytes)));
  }

  /** A JSON object of fields. */
  static Content json(ObjectNode fields) {
    return of(JsonMapper.shared().writeValueAsBytes(fields));
  }

  /** A JSON object that begins with pictures. */
  static Content json(List<Named> pictures, ObjectNode fields) {
    String object = JsonMapper.shared().writeValueAsString(fields);
    String rest = fields.isEmpty() ? "}" : "," + object.substring(1);
    List<ByteBuffer> parts = new ArrayList<>(begin(pictures));
    parts.add(ByteBuffer.wrap(rest.getBytes(UTF_8)));
    MessageDigest digest = pictures.getFirst().picture().begin(pictures);
    return new Content(parts, hex(updated(digest, rest.getBytes(UTF_8))));
  }

  /** The hash of the beginning of a JSON object that has these pictures as its first fields. */
  static MessageDigest digest(List<Named> pictures) {
    MessageDigest digest = newDigest();
    begin(pictures).forEach(digest::update);
    return digest;
  }

  private static List<ByteBuffer> begin(List<Named> pictures) {
    List<ByteBuffer> parts = new ArrayList<>();
    String before = "{";
    for (Named field : pictures) {
      parts.add(ByteBuffer.wrap((before + '"' + field.name() + "\":\"").getBytes(UTF_8)));
      parts.add(field.picture().base64());
      before = "\",";
    }
    parts.add(ByteBuffer.wrap("\"".getBytes(UTF_8)));
    return parts;
  }

  /** Its bytes. */
  long length() {
    return parts.stream().mapToLong(ByteBuffer::remaining).sum();
  }

  /** For a request; each needs its own. */
  BodyPublisher publisher() {
    List<ByteBuffer> own = parts.stream().map(ByteBuffer::duplicate).toList();
    return BodyPublishers.fromPublisher(new PartsPublisher(own), length());
  }

  /** A copy that a socket can be written from as it is. */
  static ByteBuffer outsideOfTheHeap(byte[] bytes) {
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip().asReadOnlyBuffer();
  }

  /** A digest that goes on where another is, which stays there. */
  static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's SHA-256 can be copied", e);
    }
  }

  private static MessageDigest updated(MessageDigest digest, byte[] bytes) {
    digest.update(bytes);
    return digest;
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
