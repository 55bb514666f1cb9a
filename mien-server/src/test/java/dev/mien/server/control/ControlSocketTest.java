package dev.mien.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.account.Accounts;
import dev.mien.gallery.account.Credential;
import dev.mien.gallery.account.CredentialState;
import dev.mien.gallery.store.DataDirectory;
import dev.mien.gallery.store.SqliteAccountStore;
import dev.mien.gallery.store.SqliteDatabase;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ControlSocketTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private DataDirectory data;
  private SqliteDatabase database;
  private Accounts accounts;

  @BeforeEach
  void open() {
    data = DataDirectory.open(folder);
    database = SqliteDatabase.open(data);
    accounts = Accounts.open(new SqliteAccountStore(database), folder, CLOCK);
  }

  @AfterEach
  void close() {
    database.close();
    data.close();
  }

  @Test
  void commandsReachTheServerThatHoldsTheDirectory() throws Exception {
    AccountId account = accounts.createAccount();
    Credential key = accounts.createCredential(account);
    try (ControlSocket socket = ControlSocket.open(folder, new Keys(accounts))) {
      assertThat(socket).isNotNull();
      Outcome created = send(new KeyCommand.Create(null, false));
      assertThat(created.done()).isTrue();
      assertThat(created.lines().get(1)).matches("secretId:  AKID[A-Za-z0-9]{32}");

      Outcome disabled = send(new KeyCommand.Disable(key.secretId()));
      assertThat(disabled.done()).isTrue();
      assertThat(accounts.find(key.secretId()).orElseThrow().state())
          .isEqualTo(CredentialState.DISABLED);

      Outcome listed = send(new KeyCommand.ListAll());
      assertThat(listed.lines()).hasSize(3);
      assertThat(String.join("\n", listed.lines()))
          .contains(key.secretId() + "   disabled  2026-11-21T08:00:00Z")
          .doesNotContain(key.secretKey());
    }
  }

  @Test
  void whatCannotBeDoneIsTold() {
    Keys keys = new Keys(accounts);
    assertThat(keys.run(new KeyCommand.Create(null, false)).lines().getFirst())
        .contains("--new-account");
    assertThat(keys.run(new KeyCommand.Create(null, true)).done()).isTrue();
    assertThat(keys.run(new KeyCommand.Create(null, true)).done()).isTrue();
    assertThat(keys.run(new KeyCommand.Create(null, false)).lines().getFirst())
        .contains("--account");
    assertThat(keys.run(new KeyCommand.Create(5L, false)).lines().getFirst())
        .contains("no account 5");
    assertThat(keys.run(new KeyCommand.Disable("AKIDnone")).done()).isFalse();
    AccountId first = accounts.accounts().getFirst();
    assertThat(keys.run(new KeyCommand.Create(first.appId(), false)).done()).isTrue();
    assertThat(keys.run(new KeyCommand.Create(first.appId(), false)).done()).isFalse();
  }

  @Test
  void nobodyAnswersWhereNoServerRuns() throws Exception {
    assertThat(ControlSocket.send(folder, new KeyCommand.ListAll())).isEmpty();
    try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      dead.bind(UnixDomainSocketAddress.of(folder.resolve("control.sock")));
    }
    assertThat(folder.resolve("control.sock")).exists();
    assertThat(ControlSocket.send(folder, new KeyCommand.ListAll())).isEmpty();
  }

  @Test
  void theSocketOfADeadServerIsReplacedAndTheOwnIsRemoved() throws Exception {
    Files.createFile(folder.resolve("control.sock"));
    try (ControlSocket socket = ControlSocket.open(folder, new Keys(accounts))) {
      assertThat(socket).isNotNull();
      assertThat(send(new KeyCommand.ListAll()).done()).isTrue();
    }
    assertThat(folder.resolve("control.sock")).doesNotExist();
  }

  private Outcome send(KeyCommand command) {
    return ControlSocket.send(folder, command).orElseThrow();
  }
}
