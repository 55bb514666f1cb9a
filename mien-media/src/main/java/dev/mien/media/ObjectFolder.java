package dev.mien.media;

import dev.mien.gallery.OwnerOnly;
import dev.mien.gallery.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * The files of a store. Their names are made here, of addresses that the store has computed;
 * nothing that a client sends becomes part of a path.
 *
 * <pre>
 * incoming/   what is being written; nothing of it counts
 * objects/ab/ab…   sealed files, whole and on the disk, by address
 * </pre>
 */
final class ObjectFolder {
  /** So many characters of an address are the name of its folder: 256 folders. */
  private static final int PREFIX = 2;

  private final Path incoming;
  private final Path objects;

  /** Uses a folder, which need not exist. */
  ObjectFolder(Path folder) {
    this.incoming = folder.resolve("incoming");
    this.objects = folder.resolve("objects");
    try {
      Files.createDirectories(incoming, OwnerOnly.directory());
      Files.createDirectories(objects, OwnerOnly.directory());
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /** Where something new can be written, under a name that is given once. */
  Path incoming(MediaId id) {
    return incoming.resolve(id.text());
  }

  /** Where the object of an address lies, or would lie. */
  Path object(String address) {
    return objects.resolve(address.substring(0, PREFIX)).resolve(address);
  }

  /** Gives a whole file its address; when this returns, the disk knows it. */
  void publish(Path unfinished, String address) {
    Path object = object(address);
    Path folder = object.resolveSibling("");
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, OwnerOnly.directory());
        sync(objects);
      }
      Files.move(unfinished, object, StandardCopyOption.ATOMIC_MOVE);
      sync(folder);
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /**
   * Copies the objects that another folder lacks; one that is removed meanwhile may be left out.
   */
  void copyTo(ObjectFolder copy) {
    eachAddress(
        address -> {
          Path target = copy.object(address);
          try {
            if (!Files.exists(target)) {
              Files.createDirectories(target.resolveSibling(""), OwnerOnly.directory());
              Files.copy(object(address), target, StandardCopyOption.COPY_ATTRIBUTES);
            }
          } catch (NoSuchFileException removed) {
            // whoever needs it keeps it from being removed
          } catch (IOException e) {
            throw fault(e);
          }
        });
  }

  /** Removes the object of an address, if there is one. */
  void delete(String address) {
    Path object = object(address);
    try {
      if (Files.deleteIfExists(object)) {
        sync(object.resolveSibling(""));
      }
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /** Removes what was being written when a process ended. */
  void clearIncoming() {
    each(
        incoming,
        file -> {
          try {
            Files.deleteIfExists(file);
          } catch (IOException e) {
            throw fault(e);
          }
        });
  }

  /** Gives the address of every object. */
  void eachAddress(Consumer<String> consumer) {
    each(
        objects,
        folder -> each(folder, object -> consumer.accept(object.getFileName().toString())));
  }

  /** Whether there is any object. */
  boolean isEmpty() {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(objects)) {
      return !folders.iterator().hasNext();
    } catch (IOException e) {
      throw fault(e);
    }
  }

  private static void each(Path folder, Consumer<Path> consumer) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(consumer);
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /** Makes the names in a folder durable, where the operating system lets a folder be opened. */
  private static void sync(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static StoreException fault(IOException cause) {
    return new StoreException("The media store's files cannot be used: " + cause, cause);
  }
}
