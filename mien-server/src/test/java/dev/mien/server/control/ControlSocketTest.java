package dev.mien.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.account.Accounts;
import dev.mien.gallery.account.Credential;
import dev.mien.gallery.account.CredentialState;
import dev.mien.gallery.store.DataDirectory;
import dev.mien.gallery.store.SqliteAccountStore;
import dev.mien.gallery.store.SqliteDatabase;
import dev.mien.media.MediaLimits;
import dev.mien.media.MediaStore;
import dev.mien.server.backup.Backup;
import dev.mien.server.video.VideoFiles;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.crypto.spec.SecretKeySpec;
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
  private MediaStore media;

  @BeforeEach
  void open() {
    data = DataDirectory.open(folder);
    database = SqliteDatabase.open(data);
    accounts = Accounts.open(new SqliteAccountStore(database), folder, CLOCK);
    MediaLimits limits = new MediaLimits(1000, 10_000, Duration.ofHours(1));
    media =
        MediaStore.open(
            folder.resolve("media"), new SecretKeySpec(new byte[32], "Generic"), limits, CLOCK);
  }

  @AfterEach
  void close() {
    media.close();
    database.close();
    data.close();
  }

  @Test
  void commandsReachTheServerThatHoldsTheDirectory() throws Exception {
    AccountId account = accounts.createAccount();
    Credential key = accounts.createCredential(account);
    try (ControlSocket socket = ControlSocket.open(folder, commands())) {
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
    try (ControlSocket socket = ControlSocket.open(folder, commands())) {
      assertThat(socket).isNotNull();
      assertThat(send(new KeyCommand.ListAll()).done()).isTrue();
    }
    assertThat(folder.resolve("control.sock")).doesNotExist();
  }

  @Test
  void filesAreAddedListedAndRemovedForOneAccount() throws Exception {
    AccountId ann = accounts.createAccount();
    AccountId ben = accounts.createAccount();
    Path video = Files.write(folder.resolve("clip.mp4"), new byte[700]);
    try (ControlSocket socket = ControlSocket.open(folder, commands())) {
      assertThat(socket).isNotNull();
      Outcome added = send(new MediaCommand.Add(ann.appId(), video.toString()));
      assertThat(added.done()).isTrue();
      String fileId = added.lines().getFirst();
      assertThat(fileId).matches("[0-9a-f]{32}");
      assertThat(send(new MediaCommand.ListAll(ann.appId())).lines().get(1))
          .contains(fileId, "700", "2026-11-21T08:00:00Z");
      assertThat(send(new MediaCommand.ListAll(ben.appId())).lines()).hasSize(1);
      assertThat(send(new MediaCommand.Remove(ben.appId(), fileId)).done()).isFalse();
      assertThat(send(new MediaCommand.Remove(ann.appId(), fileId)).done()).isTrue();
      assertThat(send(new MediaCommand.Remove(ann.appId(), fileId)).done()).isFalse();
      assertThat(media.usedBytes()).isZero();
    }
  }

  @Test
  void whyAFileIsNotAddedIsTold() throws Exception {
    MediaFiles files = commands().media();
    assertThat(files.run(new MediaCommand.ListAll(null)).lines().getFirst())
        .contains("--new-account");
    accounts.createAccount();
    Path large = Files.write(folder.resolve("large.mp4"), new byte[1001]);
    assertThat(files.run(new MediaCommand.Add(null, large.toString())).lines().getFirst())
        .contains("1000 bytes");
    assertThat(files.run(new MediaCommand.Add(null, folder.toString())).lines().getFirst())
        .contains("no file");
    assertThat(files.run(new MediaCommand.Remove(null, "../mien.db")).done()).isFalse();
  }

  @Test
  void aBackupIsMadeByTheServerAndWhyNotIsTold() throws Exception {
    accounts.createAccount();
    try (ControlSocket socket = ControlSocket.open(folder, commands())) {
      assertThat(socket).isNotNull();
      Path backup = folder.resolve("backup");
      assertThat(send(new MakeBackup(backup.toString())).done()).isTrue();
      assertThat(backup.resolve("backup.json")).exists();
      Outcome again = send(new MakeBackup(backup.toString()));
      assertThat(again.done()).isFalse();
      assertThat(again.lines().getFirst()).contains("not empty");
    }
  }

  private Commands commands() {
    return new Commands(
        new Keys(accounts),
        new MediaFiles(accounts, new VideoFiles(media)),
        new Backup(folder, database, media, "media", CLOCK));
  }

  private Outcome send(ControlCommand command) {
    return ControlSocket.send(folder, command).orElseThrow();
  }
}
