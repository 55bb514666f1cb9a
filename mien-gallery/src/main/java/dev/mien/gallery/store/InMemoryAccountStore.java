package dev.mien.gallery.store;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.account.AccountStore;
import dev.mien.gallery.account.CredentialState;
import dev.mien.gallery.account.StoredCredential;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Accounts in memory, gone with the process. */
public final class InMemoryAccountStore implements AccountStore {
  private final Set<AccountId> accounts = new TreeSet<>(Comparator.comparingLong(AccountId::appId));
  private final Map<String, StoredCredential> credentials = new LinkedHashMap<>();

  /** Empty. */
  public InMemoryAccountStore() {}

  @Override
  public synchronized boolean addAccount(AccountId id, long createdAtMillis) {
    return accounts.add(id);
  }

  @Override
  public synchronized List<AccountId> accounts() {
    return List.copyOf(accounts);
  }

  @Override
  public synchronized boolean addCredential(StoredCredential credential, int maxActive) {
    long active =
        credentials(credential.account()).stream()
            .filter(known -> known.state() == CredentialState.ACTIVE)
            .count();
    return accounts.contains(credential.account())
        && active < maxActive
        && credentials.putIfAbsent(credential.secretId(), credential) == null;
  }

  @Override
  public synchronized Optional<StoredCredential> credential(String secretId) {
    return Optional.ofNullable(credentials.get(secretId));
  }

  @Override
  public synchronized List<StoredCredential> credentials(AccountId account) {
    return credentials.values().stream()
        .filter(credential -> credential.account().equals(account))
        .toList();
  }

  @Override
  public synchronized boolean disable(String secretId) {
    return credentials.computeIfPresent(
            secretId,
            (id, credential) ->
                new StoredCredential(
                    id,
                    credential.account(),
                    credential.encryptedKey(),
                    CredentialState.DISABLED,
                    credential.createdAt()))
        != null;
  }
}
