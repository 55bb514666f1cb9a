package dev.mien.vision.video;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.vision.video.VideoException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a decoder may do, seen by scripts in its place. */
@Timeout(60)
final class ChildLimitsTest {

  @TempDir private Path folder;

  @Test
  void aChildHasSoMuchMemoryAndProcessorTimeAndNoneOfThisProcessesSecrets() throws Exception {
    Path script = script("ulimit -v; ulimit -t; env");
    Process child =
        programs(script).start(script, List.of(), script, List.of(), Duration.ofSeconds(7));
    List<String> said = new String(child.getInputStream().readAllBytes(), UTF_8).lines().toList();
    assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(said).startsWith("4194304", "16");
    assertThat(said.subList(2, said.size()))
        .allMatch(line -> line.matches("(PATH|HOME|LD_LIBRARY_PATH|TMPDIR|PWD|SHLVL|_|OLDPWD)=.*"));
  }

  @Test
  void aChildIsToldToReadNothingButTheFile() throws Exception {
    Path script = script("printf '%s\\n' \"$@\"");
    Process child =
        programs(script).start(script, List.of(), Path.of("concat:a|b"), List.of(), Duration.ZERO);
    List<String> said = new String(child.getInputStream().readAllBytes(), UTF_8).lines().toList();
    assertThat(said).containsSubsequence("-protocol_whitelist", "file", "-format_whitelist");
    assertThat(said.getLast()).startsWith("file:/").endsWith("/concat:a|b");
  }

  @Test
  void aReportWithoutEndIsRefusedAndItsChildIsGone() throws Exception {
    Path script = script("while :; do echo '{\"streams\":[{\"codec_name\":\"h264\"'; done");
    VideoProbe probe = new VideoProbe(programs(script));
    assertThatThrownBy(() -> probe.probe(script, VideoLimits.DEFAULTS, new VideoWork()))
        .isInstanceOfSatisfying(
            VideoException.class, e -> assertThat(e.problem()).isEqualTo(Problem.NOT_A_VIDEO));
    for (ProcessHandle child : ProcessHandle.current().children().toList()) {
      child.onExit().get(10, TimeUnit.SECONDS);
    }
  }

  private static Ffmpeg programs(Path script) {
    return new Ffmpeg(script, script);
  }

  private Path script(String commands) throws IOException {
    Path script = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + commands + "\n");
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }
}
