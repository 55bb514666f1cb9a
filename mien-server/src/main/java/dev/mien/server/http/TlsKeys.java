package dev.mien.server.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/**
 * What a TLS listener needs.
 *
 * @param port 0 for any free one
 * @param keyStore a PKCS#12 or JKS file
 * @param password of the key store and its key
 */
public record TlsKeys(int port, Path keyStore, String password) {

  public TlsKeys {
    requireNonNull(keyStore, "keyStore is null");
    requireNonNull(password, "password is null");
  }

  /**
   * Opens the key store once, to tell what is wrong with it in words.
   *
   * @throws IOException if there is none, it is not one, or the password is not its own
   */
  void check() throws IOException {
    if (!Files.isReadable(keyStore)) {
      throw new IOException("The key store %s cannot be read".formatted(keyStore));
    }
    try {
      KeyStore.getInstance(keyStore.toFile(), password.toCharArray());
    } catch (IOException | GeneralSecurityException e) {
      throw new IOException(
          "The key store %s cannot be opened: it is damaged, or has another password"
              .formatted(keyStore),
          e);
    }
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return "TlsKeys[port=%d, keyStore=%s]".formatted(port, keyStore);
  }
}
