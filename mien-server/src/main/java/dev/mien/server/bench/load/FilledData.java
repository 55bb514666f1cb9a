package dev.mien.server.bench.load;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.StoreException;
import dev.mien.gallery.account.AccountException;
import dev.mien.gallery.account.Accounts;
import dev.mien.gallery.account.Credential;
import dev.mien.gallery.store.DataDirectory;
import dev.mien.gallery.store.SqliteAccountStore;
import dev.mien.gallery.store.SqliteDatabase;
import dev.mien.server.bench.BenchException;
import dev.mien.server.bench.MadeUpGallery;
import dev.mien.vision.EngineOptions;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.embed.EmbedderInfo;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import tools.jackson.databind.json.JsonMapper;

/** A data directory with an account that has many made-up faces, as the default pack's nets. */
final class FilledData {
  private FilledData() {}

  /**
   * Makes one, unless it is there already.
   *
   * @return whether it was made
   */
  static boolean make(Path directory, int faces, Clock clock) throws BenchException {
    Path keys = directory.resolve(ChildServer.KEYS_FILE);
    if (Files.exists(keys)) {
      return false;
    }
    if (Files.exists(directory.resolve(SqliteDatabase.FILE))) {
      throw new BenchException(directory + " was not made to its end, or by another: remove it");
    }
    try (DataDirectory data = DataDirectory.open(directory);
        SqliteDatabase database = SqliteDatabase.open(data)) {
      Accounts accounts = Accounts.open(new SqliteAccountStore(database), data.path(), clock);
      AccountId account = accounts.createAccount();
      Credential credential = accounts.createCredential(account);
      try (FaceEngine engine = FaceEngine.open(ModelPack.bundled(), EngineOptions.DEFAULTS)) {
        MadeUpGallery.fill(
            database,
            account,
            faces,
            embedder(engine, ModelVersion.V3_0),
            embedder(engine, ModelVersion.V2_0));
      }
      write(
          keys,
          new ChildServer.Keys(account.appId(), credential.secretId(), credential.secretKey()));
      return true;
    } catch (IOException | StoreException | AccountException | ModelPackException e) {
      throw new BenchException(directory + " cannot be made: " + e.getMessage(), e);
    }
  }

  private static MadeUpGallery.Embedder embedder(FaceEngine engine, ModelVersion version) {
    EmbedderInfo embedder = engine.embedder(version.text());
    return new MadeUpGallery.Embedder(embedder.id(), embedder.dimension());
  }

  /** For its owner alone, and last: then all of it is there. */
  private static void write(Path file, ChildServer.Keys keys) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(file, JsonMapper.shared().writeValueAsBytes(keys));
  }
}
