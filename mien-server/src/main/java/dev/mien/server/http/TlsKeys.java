package dev.mien.server.http;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

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

  /** Leaves the password out. */
  @Override
  public String toString() {
    return "TlsKeys[port=%d, keyStore=%s]".formatted(port, keyStore);
  }
}
