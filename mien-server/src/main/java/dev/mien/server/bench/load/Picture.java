package dev.mien.server.bench.load;

import java.util.Base64;

/**
 * A picture to send.
 *
 * @param file as it lies on a disk
 * @param base64 the same as text
 */
@SuppressWarnings("ArrayRecordComponent") // Sent, never compared.
record Picture(byte[] file, String base64) {

  static Picture of(byte[] file) {
    return new Picture(file, Base64.getEncoder().encodeToString(file));
  }
}
