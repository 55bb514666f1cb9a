package dev.mien.server.auth;

import dev.mien.gallery.account.Credential;
import java.util.Optional;

/** Where keys are looked up. Safe for use by many threads. */
@FunctionalInterface
public interface Credentials {

  /** The key pair with this SecretId, disabled or not; empty if there is none. */
  Optional<Credential> find(String secretId);
}
