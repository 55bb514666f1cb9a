package dev.mien.gallery.store;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.account.AccountStore;
import dev.mien.gallery.account.CredentialState;
import dev.mien.gallery.account.StoredCredential;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Accounts in a {@link SqliteDatabase}. */
public final class SqliteAccountStore implements AccountStore {
  private static final String CREDENTIAL =
      "SELECT secret_id, app_id, encrypted_key, state, created_at_millis FROM credential ";

  private final SqliteDatabase database;

  /** Over an open database. */
  public SqliteAccountStore(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public boolean addAccount(AccountId id, long createdAtMillis) {
    return database.write(
        session ->
            session.update(
                    """
                    INSERT INTO account (app_id, created_at_millis) VALUES (?, ?)
                    ON CONFLICT DO NOTHING
                    """,
                    id.appId(),
                    createdAtMillis)
                == 1);
  }

  @Override
  public List<AccountId> accounts() {
    return database.read(
        session ->
            session.list(
                "SELECT app_id FROM account ORDER BY app_id",
                row -> new AccountId(row.getLong("app_id"))));
  }

  @Override
  public boolean addCredential(StoredCredential credential, int maxActive) {
    long appId = credential.account().appId();
    return database.write(
        session ->
            session.update(
                    """
                    INSERT INTO credential
                      (secret_id, app_id, encrypted_key, state, created_at_millis)
                    SELECT ?, app_id, ?, ?, ? FROM account WHERE app_id = ?
                      AND (SELECT count(*) FROM credential
                        WHERE app_id = ? AND state = 'ACTIVE') < ?
                    ON CONFLICT DO NOTHING
                    """,
                    credential.secretId(),
                    HexFormat.of().parseHex(credential.encryptedKey()),
                    credential.state().name(),
                    credential.createdAt().toEpochMilli(),
                    appId,
                    appId,
                    maxActive)
                == 1);
  }

  @Override
  public Optional<StoredCredential> credential(String secretId) {
    return database.read(
        session ->
            session.one(
                CREDENTIAL + "WHERE secret_id = ?", SqliteAccountStore::credential, secretId));
  }

  @Override
  public List<StoredCredential> credentials(AccountId account) {
    return database.read(
        session ->
            session.list(
                CREDENTIAL + "WHERE app_id = ? ORDER BY credential_key",
                SqliteAccountStore::credential,
                account.appId()));
  }

  @Override
  public boolean disable(String secretId) {
    return database.write(
        session ->
            session.update(
                    "UPDATE credential SET state = ? WHERE secret_id = ?",
                    CredentialState.DISABLED.name(),
                    secretId)
                == 1);
  }

  private static StoredCredential credential(ResultSet row) throws SQLException {
    return new StoredCredential(
        row.getString("secret_id"),
        new AccountId(row.getLong("app_id")),
        HexFormat.of().formatHex(row.getBytes("encrypted_key")),
        CredentialState.valueOf(row.getString("state")),
        Instant.ofEpochMilli(row.getLong("created_at_millis")));
  }
}
