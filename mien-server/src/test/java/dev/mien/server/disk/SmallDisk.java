package dev.mien.server.disk;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A disk of a few megabytes in memory, which can be full and read-only in earnest. Making one needs
 * the rights of root; without them, the test is skipped with a line that says so.
 */
public final class SmallDisk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SmallDisk.class);

  private static final int BLOCK_BYTES = 4096;

  private final Path mount;

  private SmallDisk(Path mount) {
    this.mount = mount;
  }

  /** Makes a disk and mounts it on a folder, which is made. */
  public static SmallDisk mount(Path folder, int kilobytes)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    String failure =
        run("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "mien", folder.toString());
    if (!failure.isEmpty()) {
      LOG.warn("NOT TESTED: full and read-only disks, because none can be mounted: {}", failure);
    }
    assumeTrue(failure.isEmpty(), "no disk can be mounted");
    return new SmallDisk(folder);
  }

  /** Where it is mounted. */
  public Path path() {
    return mount;
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
    String failure = run("mount", "-o", "remount,ro", mount.toString());
    if (!failure.isEmpty()) {
      throw new IOException(failure);
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 ? "" : "failed: " + said;
    } catch (IOException e) {
      return "failed: " + e.getMessage();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      String failure = run("umount", "-l", mount.toString());
      if (!failure.isEmpty()) {
        throw new IOException(failure);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the disk was unmounted", e);
    }
  }
}
