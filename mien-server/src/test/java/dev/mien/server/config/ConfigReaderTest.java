package dev.mien.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigReaderTest {
  private static final long KB = 1024;
  private static final long MB = 1024 * KB;

  @TempDir Path folder;

  @Test
  void theDefaultsAreThese() throws ConfigException {
    assertThat(ConfigReader.read(null, Map.of()))
        .isEqualTo(
            new ServerConfig(
                "127.0.0.1",
                8600,
                Path.of("./mien-data"),
                null,
                Set.of(),
                new ServerConfig.Tls(null, null, 8643),
                new ServerConfig.Limits(
                    new DataSize(10 * MB),
                    new DataSize(MB),
                    new DataSize(32 * KB),
                    new DataSize(64 * KB),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(30),
                    1000,
                    500,
                    new DataSize(128 * MB),
                    Duration.ofSeconds(15)),
                new ServerConfig.Auth(Duration.ofMinutes(5), 100_000, false),
                new ServerConfig.Work(0, 64, Duration.ofSeconds(10), Duration.ofMillis(500)),
                new ServerConfig.Quotas(0, 100_000, 50_000_000, 1_000_000, 3_000_000, 100_000),
                new ServerConfig.Inference(1),
                new ServerConfig.Images(
                    new DataSize(5 * MB), 4000, 2000, 64, 64, Duration.ofSeconds(5)),
                new ServerConfig.Download(
                    false, Duration.ofSeconds(3), Duration.ofSeconds(10), 3, 16),
                new ServerConfig.Media(
                    null,
                    Duration.ofHours(24),
                    new DataSize(1024 * MB),
                    new DataSize(20 * 1024 * MB),
                    Duration.ofMinutes(10)),
                new ServerConfig.Video(
                    true,
                    null,
                    new DataSize(512 * MB),
                    Duration.ofMinutes(10),
                    64,
                    4096,
                    36_000,
                    10,
                    Duration.ofSeconds(60),
                    Duration.ofMinutes(5),
                    2,
                    0,
                    100)));
  }

  @Test
  void everySettingCanBeChanged() throws Exception {
    ServerConfig config =
        read(
            """
            host: 0.0.0.0
            port: 1
            data: /d
            model-pack: /p
            public-hosts: [a.example, "b.example:8443"]
            tls: {key-store: /k.p12, password-file: /k.txt, port: 2}
            limits:
              body: 1MB
              form-body: 2KB
              query: 3KB
              header: 4KB
              header-timeout: 4s
              body-timeout: 5s
              answer-timeout: 9s
              idle-timeout: 6ms
              connections: 7
              connections-per-address: 107
              bodies-in-flight: 1GB
              shutdown-time: 0s
            auth: {max-skew: 8m, replay-entries: 9, refuse-repeated-signatures: true}
            work: {workers: 10, queue: 11, max-wait: 1h, target-wait: 13ms}
            quotas:
              requests-per-second: 101
              groups-per-account: 102
              faces-per-account: 103
              faces-per-old-group: 104
              faces-per-group: 105
              custom-persons-per-account: 106
            inference: {threads: 12}
            images:
              max-base64: 13B
              jpeg-max-side: 14
              other-max-side: 15
              min-side: 16
              max-scans: 17
              max-decode-time: 18s
            downloader:
              allow-private: true
              connect-timeout: 19s
              total-timeout: 20s
              max-redirects: 0
              concurrency: 21
            media:
              public-url: https://faces.example.com/mien
              link-lifetime: 22m
              max-object: 23KB
              max-total: 24KB
              sweep-interval: 25s
            video:
              enabled: false
              ffmpeg: /bin/ffmpeg
              max-size: 26KB
              max-duration: 27s
              min-side: 28
              max-side: 29
              max-frames: 30
              samples-per-second: 5
              max-download-time: 31s
              max-time: 32s
              concurrency: 33
              threads: 34
              waiting-tasks: 35
            """);
    assertThat(config)
        .isEqualTo(
            new ServerConfig(
                "0.0.0.0",
                1,
                Path.of("/d"),
                Path.of("/p"),
                Set.of("a.example", "b.example:8443"),
                new ServerConfig.Tls(Path.of("/k.p12"), Path.of("/k.txt"), 2),
                new ServerConfig.Limits(
                    new DataSize(MB),
                    new DataSize(2 * KB),
                    new DataSize(3 * KB),
                    new DataSize(4 * KB),
                    Duration.ofSeconds(4),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(9),
                    Duration.ofMillis(6),
                    7,
                    107,
                    new DataSize(1024 * MB),
                    Duration.ZERO),
                new ServerConfig.Auth(Duration.ofMinutes(8), 9, true),
                new ServerConfig.Work(10, 11, Duration.ofHours(1), Duration.ofMillis(13)),
                new ServerConfig.Quotas(101, 102, 103, 104, 105, 106),
                new ServerConfig.Inference(12),
                new ServerConfig.Images(new DataSize(13), 14, 15, 16, 17, Duration.ofSeconds(18)),
                new ServerConfig.Download(
                    true, Duration.ofSeconds(19), Duration.ofSeconds(20), 0, 21),
                new ServerConfig.Media(
                    URI.create("https://faces.example.com/mien"),
                    Duration.ofMinutes(22),
                    new DataSize(23 * KB),
                    new DataSize(24 * KB),
                    Duration.ofSeconds(25)),
                new ServerConfig.Video(
                    false,
                    Path.of("/bin/ffmpeg"),
                    new DataSize(26 * KB),
                    Duration.ofSeconds(27),
                    28,
                    29,
                    30,
                    5,
                    Duration.ofSeconds(31),
                    Duration.ofSeconds(32),
                    33,
                    34,
                    35)));
  }

  @Test
  void theCommandLineWinsOverTheFileAndTheFileOverTheDefaults() throws Exception {
    Path file = Files.writeString(folder.resolve("mien.yaml"), "host: 10.0.0.1\nport: 9000\n");
    ServerConfig config = ConfigReader.read(file, Map.of("port", "9001", "data", "/elsewhere"));
    assertThat(config.host()).isEqualTo("10.0.0.1");
    assertThat(config.port()).isEqualTo(9001);
    assertThat(config.data()).isEqualTo(Path.of("/elsewhere"));
  }

  @Test
  void anEmptyFileAndEmptySectionsKeepTheDefaults() throws Exception {
    ServerConfig defaults = ConfigReader.read(null, Map.of());
    assertThat(read("")).isEqualTo(defaults);
    assertThat(read("# nothing\n")).isEqualTo(defaults);
    assertThat(read("limits:\n  # all as it is\nport:\n")).isEqualTo(defaults);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prot: 1 | prot: there is no such setting",
        "limits: {boddy: 1MB} | limits.boddy: there is no such setting",
        "port: 70000 | port must lie between 0 and 65535",
        "port: eighty | port",
        "limits: {body: 10} | limits.body: expected a size",
        "limits: {body: -1MB} | limits.body: expected a size",
        "limits: {idle-timeout: 30} | limits.idle-timeout: expected a duration",
        "limits: {idle-timeout: 0s} | idle-timeout must be positive",
        "limits: {bodies-in-flight: 1MB} | bodies-in-flight is smaller than one body",
        "limits: {query: 64KB} | header, which includes the query, must be larger",
        "limits: 5 | limits",
        "tls: {key-store: /k} | key-store needs password-file",
        "images: {max-base64: 3GB} | must be less than 2GB",
        "work: {workers: -1} | workers must not be negative",
        "downloader: {allow-private: maybe} | downloader.allow-private",
        "media: {public-url: 'ftp://a'} | public-url must be http",
        "media: {public-url: 'https://a/?q=1'} | public-url must be http",
        "media: {max-total: 1MB} | max-total is smaller than max-object",
        "[1, 2] | expected keys with values",
        "'a: b: c' | not YAML"
      })
  void whatIsNotPossibleIsRefusedWithItsKey(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("mien.yaml");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> ConfigReader.read(folder.resolve("none.yaml"), Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("none.yaml: there is no such file");
  }

  private ServerConfig read(String yaml) throws ConfigException, IOException {
    return ConfigReader.read(Files.writeString(folder.resolve("mien.yaml"), yaml), Map.of());
  }
}
