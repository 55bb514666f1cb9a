package dev.mien.media;

import dev.mien.gallery.StoreException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The content of an item, open for reading. It stays readable until it is closed, even if the item
 * is deleted meanwhile. Every chunk is checked before a byte of it is given out. For one thread.
 */
public final class MediaContent implements AutoCloseable {
  private final MediaItem item;
  private final FileChannel channel;
  private final SealedHeader header;
  private final ChunkCipher cipher;

  private MediaContent(MediaItem item, FileChannel channel, SealedHeader header, MediaKeys keys) {
    this.item = item;
    this.channel = channel;
    this.header = header;
    this.cipher = new ChunkCipher(keys.file(header.salt()));
  }

  /**
   * Opens a sealed file.
   *
   * @throws IOException if there is none
   * @throws StoreException if its header or length is not as it was written
   */
  static MediaContent open(MediaItem item, Path file, String address, MediaKeys keys)
      throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      SealedHeader header = SealedHeader.read(bytes(channel, 0, SealedHeader.BYTES), address, keys);
      if (channel.size() != header.fileBytes() || header.sizeBytes() != item.sizeBytes()) {
        throw new StoreException("A file of the media store is damaged: it has another length");
      }
      return new MediaContent(item, channel, header, keys);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** What this is the content of. */
  public MediaItem item() {
    return item;
  }

  /**
   * Writes a part of the content.
   *
   * @param offset the first byte, from 0
   * @param length not more than there is from there on
   * @throws IOException if the stream does not take it
   * @throws StoreException if the file is damaged; what was written before is sound
   */
  public void writeTo(OutputStream out, long offset, long length) throws IOException {
    if (offset < 0 || length < 0 || offset > header.sizeBytes() - length) {
      throw new IndexOutOfBoundsException(
          "%d bytes from %d of %d".formatted(length, offset, header.sizeBytes()));
    }
    long position = offset;
    long end = offset + length;
    while (position < end) {
      long chunk = position / SealedHeader.CHUNK_BYTES;
      byte[] content = chunk(chunk);
      int from = (int) (position - chunk * SealedHeader.CHUNK_BYTES);
      int count = (int) Math.min(content.length - from, end - position);
      out.write(content, from, count);
      position += count;
    }
  }

  /**
   * All of the content, which must fit into one array.
   *
   * @throws StoreException if the file is damaged
   */
  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(Math.toIntExact(header.sizeBytes()));
    try {
      writeTo(out, 0, header.sizeBytes());
    } catch (IOException e) {
      throw new StoreException("The media store cannot be read: " + e, e);
    }
    return out.toByteArray();
  }

  private byte[] chunk(long chunk) {
    int length = header.chunkBytes(chunk) + SealedHeader.TAG_BYTES;
    try {
      return cipher.decrypt(chunk, bytes(channel, SealedHeader.position(chunk), length));
    } catch (IOException e) {
      throw new StoreException("The media store cannot be read: " + e, e);
    }
  }

  private static byte[] bytes(FileChannel channel, long position, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, position + bytes.position()) < 0) {
        throw new StoreException("A file of the media store is damaged: it ends too early");
      }
    }
    return bytes.array();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreException("A file of the media store cannot be closed", e);
    }
  }
}
