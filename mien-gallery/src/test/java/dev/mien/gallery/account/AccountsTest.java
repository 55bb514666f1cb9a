package dev.mien.gallery.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.StoreException;
import dev.mien.gallery.store.InMemoryAccountStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {
  @TempDir private Path folder;
  private final AccountStore store = new InMemoryAccountStore();

  private Accounts accounts() {
    return Accounts.open(store, folder, Clock.systemUTC());
  }

  @Test
  void accounts_get_numbers_of_ten_digits_one_after_the_other() {
    AccountId first = accounts().createAccount();
    AccountId second = accounts().createAccount();
    assertThat(first.toString()).hasSize(10);
    assertThat(second.appId()).isEqualTo(first.appId() + 1);
    assertThat(accounts().accounts()).containsExactly(first, second);
  }

  @Test
  void a_credential_is_found_with_its_key_after_a_restart() throws AccountException {
    AccountId account = accounts().createAccount();
    Credential created = accounts().createCredential(account);
    assertThat(created.secretId()).matches("AKID[A-Za-z0-9]{32}");
    assertThat(created.secretKey()).matches("[A-Za-z0-9]{32}");
    assertThat(accounts().find(created.secretId())).contains(created);
    assertThat(accounts().find("AKIDnobody")).isEmpty();
  }

  @Test
  void two_credentials_are_active_at_most() throws AccountException {
    AccountId account = accounts().createAccount();
    Credential first = accounts().createCredential(account);
    Credential second = accounts().createCredential(account);
    assertThat(second.secretId()).isNotEqualTo(first.secretId());
    assertThatThrownBy(() -> accounts().createCredential(account))
        .isInstanceOf(AccountException.class)
        .hasMessageContaining("2 active keys");
    accounts().disableCredential(first.secretId());
    accounts().createCredential(account);
    assertThat(accounts().credentials(account))
        .extracting(CredentialInfo::state)
        .containsExactly(CredentialState.DISABLED, CredentialState.ACTIVE, CredentialState.ACTIVE);
    assertThat(accounts().find(first.secretId()).orElseThrow().state())
        .isEqualTo(CredentialState.DISABLED);
  }

  @Test
  void what_does_not_exist_cannot_be_used() {
    assertThatThrownBy(() -> accounts().createCredential(new AccountId(1)))
        .isInstanceOf(AccountException.class);
    assertThatThrownBy(() -> accounts().credentials(new AccountId(1)))
        .isInstanceOf(AccountException.class);
    assertThatThrownBy(() -> accounts().disableCredential("AKIDnobody"))
        .isInstanceOf(AccountException.class)
        .hasMessageContaining("AKIDnobody");
  }

  @Test
  void the_store_and_texts_hold_no_secret() throws AccountException {
    AccountId account = accounts().createAccount();
    Credential created = accounts().createCredential(account);
    byte[] stored = store.credential(created.secretId()).orElseThrow().encryptedBytes();
    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(created.secretKey());
    assertThat(created.toString()).doesNotContain(created.secretKey());
  }

  @Test
  void a_secret_moved_to_another_name_or_changed_cannot_be_decrypted() {
    SecretBox box = SecretBox.openOrCreate(folder);
    byte[] encrypted = box.encrypt("AKID1", "secret");
    assertThat(box.decrypt("AKID1", encrypted)).isEqualTo("secret");
    assertThatThrownBy(() -> box.decrypt("AKID2", encrypted)).isInstanceOf(StoreException.class);
    for (int i = 0; i < encrypted.length; i++) {
      byte[] changed = encrypted.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> box.decrypt("AKID1", changed)).isInstanceOf(StoreException.class);
    }
    assertThatThrownBy(() -> box.decrypt("AKID1", new byte[3])).isInstanceOf(StoreException.class);
    assertThat(box.encrypt("AKID1", "secret")).as("nonces differ").isNotEqualTo(encrypted);
  }

  @Test
  void the_key_file_belongs_to_its_owner_only() throws Exception {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    accounts();
    Path file = folder.resolve(SecretBox.KEY_FILE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.size(file)).isEqualTo(32);
  }

  @Test
  void a_lost_or_damaged_key_file_is_told_and_not_replaced() throws Exception {
    accounts().createCredential(accounts().createAccount());
    Path file = folder.resolve(SecretBox.KEY_FILE);
    Files.delete(file);
    assertThatThrownBy(this::accounts)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("backup");
    assertThat(file).doesNotExist();
    Files.write(file, new byte[31]);
    assertThatThrownBy(this::accounts)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("damaged");
  }
}
