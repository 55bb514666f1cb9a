package dev.mien.media;

import dev.mien.gallery.StoreException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;

/**
 * The beginning of a sealed file. After it come the chunks of the content, each {@value
 * #CHUNK_BYTES} bytes but the last, and each encrypted with AES-256-GCM under the file's own key,
 * with its number as the nonce and {@value #TAG_BYTES} bytes of tag behind it.
 *
 * <pre>
 * bytes 0-7    "MIENMED1"
 * bytes 8-39   salt, from which the file's key is made
 * bytes 40-47  length of the content, big endian
 * bytes 48-79  HMAC-SHA256 of bytes 0-47 and the content's address
 * </pre>
 *
 * The code holds the file to its name and its length: neither a file under another's name nor one
 * without its last chunks passes.
 *
 * @param salt 32 bytes
 * @param sizeBytes the length of the content
 */
@SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
record SealedHeader(byte[] salt, long sizeBytes) {
  static final int BYTES = 80;
  static final int CHUNK_BYTES = 64 * 1024;
  static final int TAG_BYTES = 16;
  static final int SALT_BYTES = 32;

  private static final byte[] MAGIC = "MIENMED1".getBytes(StandardCharsets.US_ASCII);
  private static final int AUTHENTICATED_BYTES = 48;

  /** How many chunks the content has. */
  long chunks() {
    return (sizeBytes + CHUNK_BYTES - 1) / CHUNK_BYTES;
  }

  /** The length of the whole file. */
  long fileBytes() {
    return BYTES + sizeBytes + chunks() * TAG_BYTES;
  }

  /** The length of a chunk's content. */
  int chunkBytes(long chunk) {
    return (int) Math.min(CHUNK_BYTES, sizeBytes - chunk * CHUNK_BYTES);
  }

  /** Where a chunk begins in the file. */
  static long position(long chunk) {
    return BYTES + chunk * (CHUNK_BYTES + TAG_BYTES);
  }

  /** The header as it stands in the file of an address. */
  ByteBuffer write(String address, MediaKeys keys) {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES).put(MAGIC).put(salt).putLong(sizeBytes);
    bytes.put(code(bytes.array(), address, keys));
    return bytes.flip();
  }

  /**
   * Reads a header of {@value #BYTES} bytes.
   *
   * @throws StoreException if it is not that of the address, or was changed
   */
  static SealedHeader read(byte[] bytes, String address, MediaKeys keys) {
    byte[] code = Arrays.copyOfRange(bytes, AUTHENTICATED_BYTES, BYTES);
    if (!MessageDigest.isEqual(code, code(bytes, address, keys))) {
      throw new StoreException("A file of the media store is damaged: its header is not its own");
    }
    ByteBuffer fields = ByteBuffer.wrap(bytes, MAGIC.length, AUTHENTICATED_BYTES - MAGIC.length);
    byte[] salt = new byte[SALT_BYTES];
    fields.get(salt);
    return new SealedHeader(salt, fields.getLong());
  }

  private static byte[] code(byte[] header, String address, MediaKeys keys) {
    Mac mac = keys.heading();
    mac.update(header, 0, AUTHENTICATED_BYTES);
    return mac.doFinal(HexFormat.of().parseHex(address));
  }
}
