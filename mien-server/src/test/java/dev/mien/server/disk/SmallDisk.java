package dev.mien.server.disk;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A disk of a few megabytes, which can be full and read-only in earnest. Making one needs the
 * rights of root; without them, the test is skipped with a line that says so.
 */
public final class SmallDisk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SmallDisk.class);

  private static final int BLOCK_BYTES = 4096;

  /** What {@code e2fsck} ends with if it has mended something. */
  private static final int MENDED = 1;

  /**
   * Large enough for the index's scratch file, which leaves a small disk alone; but it is empty.
   */
  private static final int BTRFS_KILOBYTES = 1024 * 1024;

  /** What Btrfs calls the quota of the first folder that is made with one. */
  private static final String FIRST_FOLDER = "0/256";

  private final Path mount;
  private final Path path;

  private SmallDisk(Path mount) {
    this(mount, mount);
  }

  private SmallDisk(Path mount, Path path) {
    this.mount = mount;
    this.path = path;
  }

  /** Makes a disk in memory and mounts it on a folder, which is made. */
  public static SmallDisk mount(Path folder, int kilobytes)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    require(run(0, "mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "mien", "" + folder));
    return new SmallDisk(folder);
  }

  /**
   * Makes a disk in a file beside a folder, on which it is mounted: one with a journal, which can
   * {@linkplain #giveUp() give up}.
   */
  public static SmallDisk inFile(Path folder, int kilobytes)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    SmallDisk disk = new SmallDisk(folder);
    try (RandomAccessFile image = new RandomAccessFile(disk.image(), "rw")) {
      image.setLength(kilobytes * 1024L);
    }
    require(run(0, "mkfs.ext4", "-q", "-F", disk.image()));
    require(disk.mountImage());
    return disk;
  }

  /**
   * Makes a disk in a file beside a folder, on which it is mounted: one that copies whatever is
   * written over, and of which a folder may use only so much.
   */
  public static SmallDisk withQuota(Path folder, int kilobytes)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    SmallDisk disk = new SmallDisk(folder, folder.resolve("limited"));
    try (RandomAccessFile image = new RandomAccessFile(disk.image(), "rw")) {
      image.setLength(BTRFS_KILOBYTES * 1024L);
    }
    require(run(0, "mkfs.btrfs", "-q", disk.image()));
    require(run(0, "mount", "-t", "btrfs", "-o", "loop,nobarrier", disk.image(), "" + folder));
    try {
      require(run(0, "btrfs", "quota", "enable", "" + folder));
      succeed(run(0, "btrfs", "subvolume", "create", "" + disk.path));
      disk.limit(kilobytes);
      return disk;
    } catch (IOException | RuntimeException e) {
      disk.close();
      throw e;
    }
  }

  /** Changes how much may be used, through a folder that has no quota itself. */
  public void limit(int kilobytes) throws IOException, InterruptedException {
    succeed(run(0, "btrfs", "qgroup", "limit", kilobytes + "k", FIRST_FOLDER, mount.toString()));
  }

  /** Writes to the disk whatever is in memory, mapped or not: to write it again takes new room. */
  public void sync() throws IOException, InterruptedException {
    succeed(run(0, "sync", "-f", mount.toString()));
  }

  private static void require(String failure) {
    if (!failure.isEmpty()) {
      LOG.warn("NOT TESTED: what a disk does that fails, as none can be mounted: {}", failure);
    }
    assumeTrue(failure.isEmpty(), "no disk can be mounted");
  }

  private String image() {
    return mount + ".image";
  }

  private String mountImage() throws InterruptedException {
    return run(0, "mount", "-t", "ext4", "-o", "loop", image(), mount.toString());
  }

  /** Where it is mounted, or the folder of it that has a quota. */
  public Path path() {
    return path;
  }

  /**
   * Writes a file that takes all space but some.
   *
   * @return the file, whose removal gives the space back
   */
  public Path fill(long freeBytes) throws IOException {
    Path file = mount.resolve("ballast");
    byte[] block = new byte[BLOCK_BYTES];
    try (OutputStream out = Files.newOutputStream(file)) {
      while (Files.getFileStore(mount).getUsableSpace() > freeBytes) {
        out.write(block);
      }
    }
    return file;
  }

  /** Takes no writes any more; no file may be open for writing. */
  public void makeReadOnly() throws IOException, InterruptedException {
    succeed(run(0, "mount", "-o", "remount,ro", mount.toString()));
  }

  /**
   * Takes no writes from one moment to the next, whatever is open: what the kernel does when a disk
   * fails under a file system.
   */
  public void giveUp() throws IOException, InterruptedException {
    succeed(run(0, "mount", "-o", "remount,abort", mount.toString()));
  }

  /** What an operator does about a disk that has given up; no file may be open. */
  public void mend() throws IOException, InterruptedException {
    succeed(run(0, "umount", mount.toString()));
    succeed(run(MENDED, "e2fsck", "-p", image()));
    succeed(mountImage());
  }

  private static void succeed(String failure) throws IOException {
    if (!failure.isEmpty()) {
      throw new IOException(failure);
    }
  }

  /** Empty if the command ends with a code up to the highest that means success. */
  private static String run(int success, String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() <= success ? "" : command[0] + " failed: " + said;
    } catch (IOException e) {
      return "failed: " + e.getMessage();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      succeed(run(0, "umount", "-l", mount.toString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the disk was unmounted", e);
    }
  }
}
