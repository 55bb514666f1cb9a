package dev.mien.gallery.account;

import dev.mien.gallery.AccountId;
import java.util.List;
import java.util.Optional;

/**
 * Where accounts and their credentials are kept, secret keys only encrypted. Thread-safe; every
 * method is one atomic step and throws {@link dev.mien.gallery.StoreException} if the store fails.
 */
public interface AccountStore {
  /**
   * Adds an account.
   *
   * @return false if there is one of this id already
   */
  boolean addAccount(AccountId id, long createdAtMillis);

  /** All accounts, by id. */
  List<AccountId> accounts();

  /**
   * Adds an active credential, unless its account is unknown or has {@code maxActive} active ones
   * already, or the secret id is taken.
   *
   * @return whether it was added
   */
  boolean addCredential(StoredCredential credential, int maxActive);

  /** The credential of a secret id. */
  Optional<StoredCredential> credential(String secretId);

  /** The credentials of an account, oldest first. */
  List<StoredCredential> credentials(AccountId account);

  /**
   * Makes a credential inactive for good.
   *
   * @return whether there is one of this id
   */
  boolean disable(String secretId);
}
