package dev.mien.server.control;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.account.AccountException;
import dev.mien.gallery.account.Accounts;
import dev.mien.gallery.account.Credential;
import dev.mien.gallery.account.CredentialInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Carries out {@link KeyCommand}s. Safe for use by many threads. */
public final class Keys {
  private final Accounts accounts;

  public Keys(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Does what is asked; what cannot be done is told, not thrown. */
  public Outcome run(KeyCommand command) {
    try {
      return switch (command) {
        case KeyCommand.Create create -> create(create);
        case KeyCommand.ListAll _ -> list();
        case KeyCommand.Disable(String secretId) -> disable(secretId);
      };
    } catch (AccountException e) {
      return Outcome.failed(String.valueOf(e.getMessage()));
    }
  }

  private Outcome create(KeyCommand.Create create) throws AccountException {
    AccountId account =
        create.newAccount() ? accounts.createAccount() : AccountChoice.of(accounts, create.appId());
    Credential credential = accounts.createCredential(account);
    return Outcome.done(
        "appId:     " + account,
        "secretId:  " + credential.secretId(),
        "secretKey: " + credential.secretKey());
  }

  private Outcome list() throws AccountException {
    List<String> lines = new ArrayList<>();
    lines.add("%-14s %-38s %-9s %s".formatted("APPID", "SECRETID", "STATE", "CREATED"));
    for (AccountId account : accounts.accounts()) {
      for (CredentialInfo key : accounts.credentials(account)) {
        lines.add(
            "%-14s %-38s %-9s %s"
                .formatted(
                    account,
                    key.secretId(),
                    key.state().name().toLowerCase(Locale.ROOT),
                    key.createdAt()));
      }
    }
    return new Outcome(true, lines);
  }

  private Outcome disable(String secretId) throws AccountException {
    accounts.disableCredential(secretId);
    return Outcome.done("Disabled " + secretId);
  }
}
