package dev.mien.gallery.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.gallery.AccountId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every account store must do. */
public abstract class AccountStoreContract {
  private static final AccountId ACCOUNT = new AccountId(7);
  private static final AccountId OTHER = new AccountId(3);

  /** An empty store, which the test need not close. */
  protected abstract AccountStore store();

  @Test
  void accounts_are_added_once() {
    AccountStore store = store();
    assertThat(store.accounts()).isEmpty();
    assertThat(store.addAccount(ACCOUNT, 1)).isTrue();
    assertThat(store.addAccount(OTHER, 2)).isTrue();
    assertThat(store.addAccount(ACCOUNT, 3)).isFalse();
    assertThat(store.accounts()).containsExactly(OTHER, ACCOUNT);
  }

  @Test
  void credentials_are_found_as_they_were() {
    AccountStore store = store();
    store.addAccount(ACCOUNT, 1);
    StoredCredential first = credential("first", ACCOUNT);
    StoredCredential second = credential("a second", ACCOUNT);
    assertThat(store.addCredential(first, 2)).isTrue();
    assertThat(store.addCredential(second, 2)).isTrue();
    assertThat(store.credential("first")).contains(first);
    assertThat(store.credential("nobody's")).isEmpty();
    assertThat(store.credentials(ACCOUNT)).containsExactly(first, second);
    assertThat(store.credentials(OTHER)).isEmpty();
  }

  @Test
  void only_so_many_credentials_of_an_account_are_active() {
    AccountStore store = store();
    store.addAccount(ACCOUNT, 1);
    store.addAccount(OTHER, 1);
    store.addCredential(credential("1", ACCOUNT), 2);
    store.addCredential(credential("2", ACCOUNT), 2);
    assertThat(store.addCredential(credential("3", ACCOUNT), 2)).isFalse();
    assertThat(store.addCredential(credential("3", OTHER), 2)).isTrue();
    assertThat(store.disable("1")).isTrue();
    assertThat(store.addCredential(credential("4", ACCOUNT), 2)).isTrue();
    assertThat(store.credentials(ACCOUNT))
        .extracting(StoredCredential::state)
        .containsExactly(CredentialState.DISABLED, CredentialState.ACTIVE, CredentialState.ACTIVE);
  }

  @Test
  void credentials_need_an_account_and_an_id_of_their_own() {
    AccountStore store = store();
    assertThat(store.addCredential(credential("1", ACCOUNT), 2)).isFalse();
    store.addAccount(ACCOUNT, 1);
    store.addCredential(credential("1", ACCOUNT), 2);
    assertThat(store.addCredential(credential("1", ACCOUNT), 2)).isFalse();
    assertThat(store.credentials(ACCOUNT)).hasSize(1);
  }

  @Test
  void disabling_twice_is_as_once_and_needs_a_credential() {
    AccountStore store = store();
    store.addAccount(ACCOUNT, 1);
    store.addCredential(credential("1", ACCOUNT), 2);
    assertThat(List.of(store.disable("1"), store.disable("1"))).containsExactly(true, true);
    assertThat(store.disable("2")).isFalse();
  }

  private static StoredCredential credential(String id, AccountId account) {
    return new StoredCredential(
        id, account, "00ff17", CredentialState.ACTIVE, Instant.ofEpochMilli(1_700_000_000_001L));
  }
}
