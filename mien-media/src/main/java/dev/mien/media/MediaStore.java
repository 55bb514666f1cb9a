package dev.mien.media;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.StoreException;
import dev.mien.media.MediaIndex.Entry;
import dev.mien.media.MediaRefusedException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps content for accounts in encrypted files. Equal contents are kept once and stay until the
 * last item that has them is gone. A put is acknowledged when file and index are on the disk, a
 * deletion when the index no longer knows the item and its file is gone.
 *
 * <p>Thread-safe: contents are written beside each other, and published or removed one at a time.
 * Methods throw {@link StoreException} if the disk fails or a file is damaged.
 */
public final class MediaStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MediaStore.class);

  /** Items that are removed before others may have their turn. */
  private static final int SWEEP_SLICE = 500;

  private final MediaKeys keys;
  private final MediaLimits limits;
  private final Clock clock;
  private final ObjectFolder objects;
  private final MediaIndex index;
  private final MediaSweeper sweeper;
  private final SecureRandom random = new SecureRandom();

  /** Held by whoever removes items, so that a copy can keep all of them; taken first. */
  private final ReentrantLock removing = new ReentrantLock();

  /** Held while objects and index change together; guards {@link #usedBytes}. */
  private final ReentrantLock changing = new ReentrantLock();

  private long usedBytes;

  private MediaStore(Path folder, SecretKey key, MediaLimits limits, Clock clock) {
    this.keys = new MediaKeys(key);
    this.limits = limits;
    this.clock = clock;
    this.objects = new ObjectFolder(folder);
    if (!Files.exists(folder.resolve(MediaIndex.FILE)) && !objects.isEmpty()) {
      throw new StoreException(
          "%s has objects but no %s, which says whose they are. Restore it from a backup."
              .formatted(folder, MediaIndex.FILE));
    }
    objects.clearIncoming();
    this.index = MediaIndex.open(folder);
    this.usedBytes = index.totalBytes();
    this.sweeper = new MediaSweeper(this, limits.sweepInterval());
  }

  /**
   * Opens the store of a folder, or makes one. What a process that was killed has left behind is
   * cleared away, and what has expired is removed, now and from time to time.
   *
   * @param folder nobody else may use it meanwhile
   * @param key the secret from which the keys of files are made; without it nothing can be read
   */
  public static MediaStore open(Path folder, SecretKey key, MediaLimits limits, Clock clock) {
    MediaStore store = new MediaStore(folder, key, limits, clock);
    store.sweeper.start();
    return store;
  }

  /** Keeps content that is in memory; see {@link #put(NewMedia, InputStream)}. */
  public MediaItem put(NewMedia about, byte[] content) throws MediaRefusedException {
    try {
      return put(about, new ByteArrayInputStream(content));
    } catch (IOException e) {
      throw new StoreException("An array cannot be read", e);
    }
  }

  /**
   * Keeps content.
   *
   * @param content read to its end, in chunks; stays open
   * @throws MediaRefusedException if it is too large, or the store is full
   * @throws IOException if the content cannot be read
   */
  public MediaItem put(NewMedia about, InputStream content)
      throws MediaRefusedException, IOException {
    MediaId id = MediaId.random(random);
    Path unfinished = objects.incoming(id);
    try {
      SealedFile.Written written =
          SealedFile.write(unfinished, content, keys, limits.objectBytes());
      Instant now = Instant.ofEpochMilli(clock.millis());
      MediaItem item =
          new MediaItem(
              id,
              about.owner(),
              about.label(),
              about.type(),
              written.sizeBytes(),
              now,
              about.expiresAt().map(at -> Instant.ofEpochMilli(at.toEpochMilli())));
      publish(new Entry(item, written.address()), unfinished);
      return item;
    } finally {
      Files.deleteIfExists(unfinished); // there still, if it was refused
    }
  }

  /** First the file, then the index: cut off between them, a file is left that nobody refers to. */
  private void publish(Entry entry, Path unfinished) throws MediaRefusedException {
    changing.lock();
    try {
      boolean known = index.refersTo(entry.address());
      long added = known ? 0 : entry.item().sizeBytes();
      if (added > limits.totalBytes() - usedBytes && removing.tryLock()) {
        try {
          removeExpired();
        } finally {
          removing.unlock();
        }
      }
      if (added > limits.totalBytes() - usedBytes) {
        throw new MediaRefusedException(Reason.STORE_FULL, limits.totalBytes());
      }
      // Also over an equal one, which may have been damaged since it was written.
      objects.publish(unfinished, entry.address());
      index.add(entry);
      usedBytes += added;
    } finally {
      changing.unlock();
    }
  }

  /**
   * What equal contents have in common and others have not, without telling anything about them to
   * whoever lacks the store's key: 64 hexadecimal digits. Keeps nothing.
   *
   * @param content read to its end, in chunks; stays open
   */
  public String fingerprint(InputStream content) throws IOException {
    Mac mac = keys.fingerprinting();
    byte[] chunk = new byte[SealedHeader.CHUNK_BYTES];
    int length = content.readNBytes(chunk, 0, chunk.length);
    while (length > 0) {
      mac.update(chunk, 0, length);
      length = content.readNBytes(chunk, 0, chunk.length);
    }
    return HexFormat.of().formatHex(mac.doFinal());
  }

  /** An item of an account, unless it is unknown, another's, deleted or expired. */
  public Optional<MediaItem> find(AccountId owner, MediaId id) {
    return entry(id).map(Entry::item).filter(item -> item.owner().equals(owner));
  }

  /**
   * Opens the content of an item, for whoever knows its id; empty if it is unknown, deleted or
   * expired.
   */
  public Optional<MediaContent> open(MediaId id) {
    Optional<Entry> entry = entry(id);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    MediaItem item = entry.get().item();
    String address = entry.get().address();
    try {
      return Optional.of(MediaContent.open(item, objects.object(address), address, keys));
    } catch (NoSuchFileException e) {
      if (entry(id).isEmpty()) {
        return Optional.empty(); // deleted meanwhile
      }
      throw new StoreException(
          "The media store is damaged: the file of %s is missing".formatted(id));
    } catch (IOException e) {
      throw new StoreException("The media store cannot be read: " + e, e);
    }
  }

  private Optional<Entry> entry(MediaId id) {
    return index.find(id).filter(entry -> !isExpired(entry.item()));
  }

  private boolean isExpired(MediaItem item) {
    return item.expiresAt().isPresent() && !clock.instant().isBefore(item.expiresAt().get());
  }

  /**
   * The items of an account with a label, in the order of their ids.
   *
   * @param after those that follow this one; empty for the first
   * @param max how many at most
   */
  public List<MediaItem> items(AccountId owner, String label, Optional<MediaId> after, int max) {
    return index.items(owner, label, after.map(MediaId::text).orElse(""), max).stream()
        .map(Entry::item)
        .filter(item -> !isExpired(item))
        .toList();
  }

  /**
   * Deletes an item of an account, and its content if no other item has it.
   *
   * @return whether there was one
   */
  public boolean delete(AccountId owner, MediaId id) {
    return whileRemoving(
        () -> {
          Optional<Entry> entry =
              index.find(id).filter(found -> found.item().owner().equals(owner));
          entry.ifPresent(this::remove);
          return entry.isPresent();
        });
  }

  /** Runs what removes items or objects. */
  private <T> T whileRemoving(Supplier<T> work) {
    removing.lock();
    try {
      changing.lock();
      try {
        return work.get();
      } finally {
        changing.unlock();
      }
    } finally {
      removing.unlock();
    }
  }

  /**
   * Writes a copy of the store while it is in use, and returns when it is whole. Whoever removes
   * items meanwhile waits for the last part of it.
   *
   * @param folder does not exist; becomes one that {@link #open} can open with the same key
   * @param referrers copies what refers to items; each item that it refers to is in the copy, as
   *     nothing is removed from before it runs until the copy is whole
   */
  public void copyTo(Path folder, Runnable referrers) {
    ObjectFolder copy = new ObjectFolder(folder);
    objects.copyTo(copy); // nearly all of them, while nobody waits
    removing.lock();
    try {
      referrers.run();
      index.copyTo(folder.resolve(MediaIndex.FILE));
      objects.copyTo(copy);
    } finally {
      removing.unlock();
    }
  }

  /** First the index, then the file: cut off between them, a file is left that nobody refers to. */
  private void remove(Entry entry) {
    index.remove(entry.item().id());
    if (!index.refersTo(entry.address())) {
      usedBytes -= entry.item().sizeBytes();
      objects.delete(entry.address());
    }
  }

  /** How many bytes of content the store holds; equal contents count once. */
  public long usedBytes() {
    changing.lock();
    try {
      return usedBytes;
    } finally {
      changing.unlock();
    }
  }

  /** Removes what has expired. */
  void sweepExpired() {
    int removed = SWEEP_SLICE;
    while (removed == SWEEP_SLICE) {
      removed = whileRemoving(this::removeExpired);
    }
  }

  private int removeExpired() {
    List<Entry> expired = index.expired(clock.instant(), SWEEP_SLICE);
    expired.forEach(this::remove);
    return expired.size();
  }

  /** Removes objects that no item refers to, which a process that was killed has left. */
  void sweepUnreferenced() {
    objects.eachAddress(
        address -> {
          if (whileRemoving(() -> removeUnreferenced(address))) {
            LOG.info("Removed an object of the media store that nobody refers to");
          }
        });
  }

  private boolean removeUnreferenced(String address) {
    boolean unreferenced = !index.refersTo(address);
    if (unreferenced) {
      objects.delete(address);
    }
    return unreferenced;
  }

  /** Lets the sweep that runs come to an end. Nothing may be called after. */
  @Override
  public void close() {
    sweeper.close();
    index.close();
  }
}
