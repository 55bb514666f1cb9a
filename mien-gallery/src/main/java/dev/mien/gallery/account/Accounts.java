package dev.mien.gallery.account;

import dev.mien.gallery.AccountId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The accounts of a server and their credentials. Thread-safe. */
public final class Accounts {
  /** Credentials of one account that may be active at a time: the one in use, and its successor. */
  public static final int ACTIVE_CREDENTIALS_MAX = 2;

  /** Ten digits, as clients know them. */
  private static final long FIRST_APP_ID = 1_300_000_001L;

  private static final String SECRET_ID_PREFIX = "AKID";

  /** 32 of 62 characters are 190 bits. */
  private static final int RANDOM_CHARACTERS = 32;

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final AccountStore store;
  private final SecretBox secretBox;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** Over a store, with the key that protects secrets in it. */
  public Accounts(AccountStore store, SecretBox secretBox, Clock clock) {
    this.store = store;
    this.secretBox = secretBox;
    this.clock = clock;
  }

  /**
   * Over a store, with the key file of a data directory. The file is made if there is no credential
   * yet; later its loss is a {@link dev.mien.gallery.StoreException}, as no key could be read
   * again.
   */
  public static Accounts open(AccountStore store, Path dataDirectory, Clock clock) {
    boolean inUse =
        store.accounts().stream().anyMatch(account -> !store.credentials(account).isEmpty());
    SecretBox secretBox =
        inUse ? SecretBox.open(dataDirectory) : SecretBox.openOrCreate(dataDirectory);
    return new Accounts(store, secretBox, clock);
  }

  /** Creates an account without credentials. */
  public AccountId createAccount() {
    while (true) {
      long highest =
          store.accounts().stream().mapToLong(AccountId::appId).max().orElse(FIRST_APP_ID - 1);
      AccountId id = new AccountId(Math.max(highest + 1, FIRST_APP_ID));
      if (store.addAccount(id, clock.millis())) {
        return id;
      }
    }
  }

  /** All accounts, by id. */
  public List<AccountId> accounts() {
    return store.accounts();
  }

  /** Creates an active credential. */
  public Credential createCredential(AccountId account) throws AccountException {
    requireAccount(account);
    Credential credential =
        new Credential(
            account,
            SECRET_ID_PREFIX + randomText(),
            randomText(),
            CredentialState.ACTIVE,
            Instant.ofEpochMilli(clock.millis()));
    StoredCredential stored =
        new StoredCredential(
            credential.secretId(),
            account,
            HexFormat.of()
                .formatHex(secretBox.encrypt(credential.secretId(), credential.secretKey())),
            credential.state(),
            credential.createdAt());
    if (!store.addCredential(stored, ACTIVE_CREDENTIALS_MAX)) {
      throw new AccountException(
          "Account %s has %d active keys already: disable one first"
              .formatted(account, ACTIVE_CREDENTIALS_MAX));
    }
    return credential;
  }

  /** The credentials of an account, oldest first. */
  public List<CredentialInfo> credentials(AccountId account) throws AccountException {
    requireAccount(account);
    return store.credentials(account).stream()
        .map(stored -> new CredentialInfo(stored.secretId(), stored.state(), stored.createdAt()))
        .toList();
  }

  /** Ends the use of a credential, for good; one that is disabled already stays so. */
  public void disableCredential(String secretId) throws AccountException {
    if (!store.disable(secretId)) {
      throw new AccountException("There is no key with the id " + secretId);
    }
  }

  /** The credential of a secret id, disabled ones included, with its key decrypted. */
  public Optional<Credential> find(String secretId) {
    return store
        .credential(secretId)
        .map(
            stored ->
                new Credential(
                    stored.account(),
                    stored.secretId(),
                    secretBox.decrypt(stored.secretId(), stored.encryptedBytes()),
                    stored.state(),
                    stored.createdAt()));
  }

  private void requireAccount(AccountId account) throws AccountException {
    if (!store.accounts().contains(account)) {
      throw new AccountException("There is no account " + account);
    }
  }

  private String randomText() {
    return random
        .ints(RANDOM_CHARACTERS, 0, ALPHABET.length())
        .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
        .collect(Collectors.joining());
  }
}
