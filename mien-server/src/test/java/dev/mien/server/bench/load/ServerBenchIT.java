package dev.mien.server.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.server.it.Photos;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** That the measurements measure: short ones, whose figures mean nothing. */
@Isolated("measures")
class ServerBenchIT {
  private static final int FACES = 500;

  @TempDir Path folder;
  private final StringWriter printed = new StringWriter();
  private BenchOptions options;

  @BeforeEach
  void make_photographs() throws IOException {
    Path photographs = Files.createDirectory(folder.resolve("photographs"));
    for (Photos photo : List.of(Photos.ANN, Photos.BEA)) {
      Files.write(photographs.resolve(photo + ".jpg"), photo.jpeg());
    }
    Files.write(photographs.resolve("nobody.png"), new byte[100]);
    Path scratch = Files.createDirectory(folder.resolve("scratch"));
    options = new BenchOptions(photographs, scratch, Optional.empty(), "512m", 0);
  }

  @Test
  void a_server_is_loaded_and_goes_without_a_trace() throws Exception {
    new LoadBench(options, Duration.ofMillis(500), 0, Clock.systemUTC(), new PrintWriter(printed))
        .run();
    assertThat(printed.toString())
        .contains("callers who wait", "even distances", "  1 x ", "  2 x ", " 10 x ", "p99");
    assertThat(codes()).isSubsetOf("OK", "RequestLimitExceeded").contains("OK");
    assertThat(scratch()).isEmpty();
  }

  @Test
  void a_server_is_watched_and_judged() throws Exception {
    new SoakBench(options, Duration.ofSeconds(3), 5, Clock.systemUTC(), new PrintWriter(printed))
        .run();
    assertThat(printed.toString()).contains("5.0 requests a second for 3 s");
    for (Gauged gauged : Gauged.values()) {
      assertThat(printed.toString()).contains(gauged.title());
    }
    assertThat(codes()).isSubsetOf("OK", "0", "RequestLimitExceeded", "15").contains("OK");
    assertThat(scratch()).isEmpty();
  }

  @Test
  void small_requests_are_measured_beside_searches_of_all_faces() throws Exception {
    Path data = folder.resolve("data");
    new FairnessBench(
            options,
            data,
            FACES,
            Duration.ofMillis(200),
            Clock.systemUTC(),
            new PrintWriter(printed))
        .run();
    assertThat(printed.toString())
        .contains("500 faces were written", "alone ", " search few ", " search all ")
        .contains("a search of all faces looked at 500");
    assertThat(FilledData.make(data, FACES, Clock.systemUTC())).as("it is there").isFalse();
    assertThat(data.resolve("mien.db")).exists();
    assertThat(scratch()).isEmpty();
  }

  /** All codes that were printed, as {@code {OK=5, …}}. */
  private List<String> codes() {
    return printed
        .toString()
        .lines()
        .filter(line -> line.contains("{"))
        .map(line -> line.substring(line.indexOf('{') + 1, line.indexOf('}')))
        .flatMap(line -> Arrays.stream(line.split(", ", -1)))
        .map(code -> code.substring(0, code.indexOf('=')))
        .distinct()
        .toList();
  }

  private List<Path> scratch() throws IOException {
    try (Stream<Path> left = Files.list(options.scratch())) {
      return left.toList();
    }
  }
}
