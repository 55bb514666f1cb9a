package dev.mien.server.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.account.SecretBox;
import dev.mien.gallery.store.SqliteDatabase;
import dev.mien.server.assembly.MienServer;
import dev.mien.server.assembly.StartException;
import dev.mien.server.cli.MienCommand;
import dev.mien.server.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose files are not what was written does not start, and says in a line which one. */
class StartFaultsTest {
  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void writeDataDirectory() {
    data = folder.resolve("data");
    assertThat(MienCommand.run("keys", "create", "--new-account", "--data", prepared())).isZero();
  }

  private String prepared() {
    try {
      return Files.createDirectories(data).toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_damaged_database_is_named() throws Exception {
    Path file = data.resolve(SqliteDatabase.FILE);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    requireRefused(file, Map.of());
  }

  @Test
  void a_missing_database_is_named() throws Exception {
    Path file = data.resolve(SqliteDatabase.FILE);
    Files.delete(file);
    requireRefused(file, Map.of());
  }

  @Test
  void a_missing_or_damaged_key_file_is_named() throws Exception {
    Path file = data.resolve(SecretBox.KEY_FILE);
    byte[] key = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(key, key.length - 1));
    requireRefused(file, Map.of());
    Files.delete(file);
    requireRefused(file, Map.of());
  }

  @Test
  void a_damaged_media_index_is_named() throws Exception {
    Path file = data.resolve("media").resolve("index.db");
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, "no database ".repeat(1000));
    requireRefused(file, Map.of());
  }

  @Test
  void a_missing_or_damaged_model_pack_is_named() throws Exception {
    Path pack = folder.resolve("pack");
    Map<String, String> settings = Map.of("model-pack", pack.toString());
    requireRefused(pack, settings);
    Files.createDirectories(pack);
    requireRefused(pack, settings);
    Files.writeString(pack.resolve("pack.yaml"), "id: [half a li");
    assertThatThrownBy(() -> start(settings))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("pack.yaml");
  }

  private void requireRefused(Path named, Map<String, String> settings) {
    assertThatThrownBy(() -> start(settings))
        .isInstanceOf(StartException.class)
        .hasMessageContaining(named.toString())
        .message()
        .doesNotContain("\n");
  }

  private void start(Map<String, String> settings) throws Exception {
    Map<String, String> all = new HashMap<>(settings);
    all.put("data", data.toString());
    all.put("port", "0");
    MienServer.start(ConfigReader.read(null, all), Clock.systemUTC()).close();
  }
}
