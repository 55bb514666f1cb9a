package dev.mien.server.assembly;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.account.AccountException;
import dev.mien.gallery.account.Accounts;
import dev.mien.gallery.account.Credential;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Gives a server without accounts its first one. */
final class FirstRun {
  /** Where the first keys are told; its owner alone can read it. */
  static final String FILE = "first-run-credentials.json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private record FirstCredentials(long appId, String secretId, String secretKey) {}

  private FirstRun() {}

  /**
   * Creates an account with a key pair, and writes them into a file of the data directory, unless
   * there is an account already.
   *
   * @return the file, if it was written
   */
  static Optional<Path> prepare(Accounts accounts, Path dataDirectory)
      throws IOException, AccountException {
    if (!accounts.accounts().isEmpty()) {
      return Optional.empty();
    }
    AccountId account = accounts.createAccount();
    Credential credential = accounts.createCredential(account);
    byte[] json =
        MAPPER.writeValueAsBytes(
            new FirstCredentials(account.appId(), credential.secretId(), credential.secretKey()));
    Path file = dataDirectory.resolve(FILE);
    writeForOwner(file, json);
    return Optional.of(file);
  }

  /** Nobody ever sees the file half-written, nor readable by others. */
  private static void writeForOwner(Path file, byte[] content) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path half = file.resolveSibling(FILE + ".new");
    Files.deleteIfExists(half);
    try (FileChannel channel =
        FileChannel.open(
            half, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
