package dev.mien.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main path through the official Node.js SDK; the script is src/test/node/main-path.mjs. */
class NodeSdkIT {
  private static final int SECONDS_MAX = 180;

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start(folder.resolve("data"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TC3-HMAC-SHA256", "HmacSHA1", "HmacSHA256"})
  void the_main_path_works_with_the_official_node_sdk(String signing) throws Exception {
    Path output = folder.resolve(signing + ".txt");
    Process node =
        new ProcessBuilder(
                List.of(
                    "node",
                    Path.of("target", "node", "main-path.mjs").toString(),
                    server.endpoint(),
                    server.credentials().secretId(),
                    server.credentials().secretKey(),
                    signing,
                    portrait(Photos.ANN),
                    portrait(Photos.ANN_AGAIN),
                    portrait(Photos.BEA)))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(node.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    assertThat(node.exitValue()).as(Files.readString(output)).isZero();
  }

  private static String portrait(Photos photo) throws Exception {
    return Files.write(folder.resolve(photo + ".jpg"), photo.jpeg()).toString();
  }
}
