package dev.mien.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MienCommandTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "--version",
        "serve --help",
        "keys --help",
        "keys create --help",
        "keys list --help",
        "keys disable --help",
        "media --help",
        "media add --help",
        "media list --help",
        "media remove --help",
        "bench search --help",
        "bench load --help",
        "bench soak --help",
        "bench pipeline --help"
      })
  void everyCommandHasHelp(String line) {
    assertThat(MienCommand.run(line.split(" ", -1))).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "keys",
        "nonsense",
        "serve --prot 1",
        "serve --port x",
        "keys disable",
        "media",
        "media add",
        "bench load",
        "bench soak --photos . --minutes 0",
        "bench load --photos . --heap much",
        "bench",
        "bench pipeline --seconds 0",
        "bench pipeline --rounds 0"
      })
  void aMisuseEndsWithCodeTwo(String line) {
    assertThat(MienCommand.run(line.isEmpty() ? new String[0] : line.split(" ", -1)))
        .isEqualTo(MienCommand.EXIT_USAGE);
  }

  @Test
  void aConfigurationThatCannotBeUsedEndsWithCodeTwo() throws IOException {
    Path file = Files.writeString(folder.resolve("mien.yaml"), "prot: 1\n");
    assertThat(MienCommand.run("serve", "--config", file.toString()))
        .isEqualTo(MienCommand.EXIT_USAGE);
    assertThat(MienCommand.run("keys", "list", "--data", folder.resolve("none").toString()))
        .isEqualTo(MienCommand.EXIT_USAGE);
  }

  @Test
  void aServerThatCannotStartEndsWithCodeOne() {
    assertThat(
            MienCommand.run(
                "serve",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString(),
                "--model-pack",
                folder.resolve("no-pack").toString()))
        .isEqualTo(MienCommand.EXIT_FAILED);
  }

  @Test
  void videosAreManagedWithoutAServerToo() throws IOException {
    String data = Files.createDirectory(folder.resolve("media")).toString();
    Path video = Files.write(folder.resolve("clip.mp4"), new byte[100]);
    String[] add = {"media", "add", video.toString(), "--data", data};
    assertThat(MienCommand.run(add)).isEqualTo(MienCommand.EXIT_FAILED);
    assertThat(MienCommand.run("keys", "create", "--new-account", "--data", data)).isZero();
    assertThat(MienCommand.run(add)).isZero();
    assertThat(MienCommand.run("media", "list", "--data", data)).isZero();
    assertThat(MienCommand.run("media", "remove", "none", "--data", data))
        .isEqualTo(MienCommand.EXIT_FAILED);
  }

  @Test
  void keysAreManagedWithoutAServerToo() {
    String data = folder.toString();
    assertThat(MienCommand.run("keys", "create", "--data", data))
        .isEqualTo(MienCommand.EXIT_FAILED);
    assertThat(MienCommand.run("keys", "create", "--new-account", "--data", data)).isZero();
    assertThat(MienCommand.run("keys", "create", "--data", data)).isZero();
    assertThat(MienCommand.run("keys", "list", "--data", data)).isZero();
    assertThat(MienCommand.run("keys", "disable", "AKIDnone", "--data", data))
        .isEqualTo(MienCommand.EXIT_FAILED);
  }
}
