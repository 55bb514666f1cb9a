package dev.mien.media;

import dev.mien.gallery.OwnerOnly;
import dev.mien.gallery.StoreException;
import dev.mien.media.MediaRefusedException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;

/** Writes content, of which only a chunk is in memory at a time, as a sealed file. */
final class SealedFile {
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * What was written.
   *
   * @param address the content's address: 64 hexadecimal digits
   * @param sizeBytes the content's length
   */
  record Written(String address, long sizeBytes) {}

  private SealedFile() {}

  /**
   * Writes a new file; when this returns, the disk has it.
   *
   * @throws MediaRefusedException if the content is too large; the file may have been begun
   * @throws IOException if the content cannot be read
   * @throws StoreException if the file cannot be written
   */
  static Written write(Path file, InputStream content, MediaKeys keys, long maxBytes)
      throws MediaRefusedException, IOException {
    byte[] salt = new byte[SealedHeader.SALT_BYTES];
    RANDOM.nextBytes(salt);
    ChunkCipher cipher = new ChunkCipher(keys.file(salt));
    Mac addressing = keys.addressing();
    byte[] chunk = new byte[SealedHeader.CHUNK_BYTES];
    long size = 0;
    try (FileChannel channel = create(file)) {
      int length = content.readNBytes(chunk, 0, chunk.length);
      for (long number = 0; length > 0; number++) {
        size += length;
        if (size > maxBytes) {
          throw new MediaRefusedException(Reason.TOO_LARGE, maxBytes);
        }
        addressing.update(chunk, 0, length);
        byte[] sealed = cipher.encrypt(number, chunk, length);
        writeFully(channel, ByteBuffer.wrap(sealed), SealedHeader.position(number));
        length = content.readNBytes(chunk, 0, chunk.length);
      }
      String address = HexFormat.of().formatHex(addressing.doFinal());
      finish(channel, new SealedHeader(salt, size).write(address, keys));
      return new Written(address, size);
    }
  }

  private static FileChannel create(Path file) {
    try {
      return FileChannel.open(
          file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.file());
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes, long position) {
    long start = position - bytes.position();
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes, start + bytes.position());
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static void finish(FileChannel channel, ByteBuffer header) {
    writeFully(channel, header, 0);
    try {
      channel.force(true);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static StoreException unwritable(IOException cause) {
    return new StoreException("The media store cannot be written: " + cause, cause);
  }
}
