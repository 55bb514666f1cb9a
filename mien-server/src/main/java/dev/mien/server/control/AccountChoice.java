package dev.mien.server.control;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.account.AccountException;
import dev.mien.gallery.account.Accounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The account that a command is about. */
final class AccountChoice {
  private AccountChoice() {}

  /** The account that is named, or the only one there is. */
  static AccountId of(Accounts accounts, @Nullable Long appId) throws AccountException {
    List<AccountId> known = accounts.accounts();
    if (appId == null) {
      if (known.size() == 1) {
        return known.getFirst();
      }
      throw new AccountException(
          known.isEmpty()
              ? "There is no account yet: mien keys create --new-account makes one."
              : "There are several accounts: name one with --account.");
    }
    return known.stream()
        .filter(account -> account.appId() == appId)
        .findFirst()
        .orElseThrow(() -> new AccountException("There is no account " + appId + "."));
  }
}
