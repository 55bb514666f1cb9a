package dev.mien.server.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mien.gallery.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list of a backup's files, which is written last: a folder without it is no whole backup.
 *
 * @param format {@link #FORMAT}
 * @param createdAt when the list was made, in ISO 8601
 * @param files every file but the list, by path
 */
record BackupManifest(int format, String createdAt, List<BackupFile> files) {
  /** The list's name in the folder. */
  static final String FILE = "backup.json";

  /** What this program writes and reads. */
  static final int FORMAT = 1;

  private static final String DIGEST = "SHA-256";
  private static final JsonMapper MAPPER = JsonMapper.shared();

  /**
   * A file.
   *
   * @param path below the folder, with {@code /} between its parts
   * @param bytes its size
   * @param sha256 of its content, 64 hexadecimal digits
   */
  record BackupFile(String path, long bytes, String sha256) {}

  BackupManifest {
    files = List.copyOf(files);
  }

  /** Lists the files of a folder as they are on the disk. */
  static BackupManifest of(Path folder, Instant now) throws IOException {
    List<BackupFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path file : paths.filter(Files::isRegularFile).sorted().toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        files.add(
            new BackupFile(path, Files.size(file), copy(file, OutputStream.nullOutputStream())));
      }
    }
    return new BackupManifest(FORMAT, now.toString(), files);
  }

  /** Reads the list of a folder. */
  static BackupManifest read(Path folder) throws BackupException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new BackupException(folder + " is not a whole backup: it has no " + FILE + ".");
    }
    try {
      BackupManifest manifest = MAPPER.readValue(file, BackupManifest.class);
      if (manifest.format() != FORMAT) {
        throw new BackupException(
            "%s is of format %d, this program reads format %d: use the Mien that made it."
                .formatted(file, manifest.format(), FORMAT));
      }
      return manifest;
    } catch (JacksonException e) {
      throw new BackupException(file + " is damaged: " + e.getOriginalMessage(), e);
    }
  }

  /** Writes the list; on the disk when this returns. */
  void write(Path folder) throws IOException {
    ByteBuffer json =
        ByteBuffer.wrap(
            MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this).getBytes(UTF_8));
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(folder.resolve(FILE), options, OwnerOnly.file())) {
      while (json.hasRemaining()) {
        channel.write(json);
      }
      channel.force(true);
    }
  }

  /** Copies a file's content and gives its SHA-256. */
  static String copy(Path file, OutputStream out) throws IOException {
    MessageDigest digest = digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(out);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance(DIGEST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + DIGEST, e);
    }
  }
}
