package dev.mien.vision.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.TestEngine;
import dev.mien.vision.geometry.Box;
import dev.mien.vision.video.VideoException.Problem;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VideoAnalyzerTest {

  private static final VideoLimits LIMITS = VideoLimits.DEFAULTS;

  /** One sample's time. */
  private static final long PERIOD_MILLIS = 100;

  @TempDir private static Path folder;
  private static VideoAnalyzer analyzer;
  private static Path photo;

  @BeforeAll
  static void open() throws Exception {
    analyzer = new VideoAnalyzer(TestEngine.shared(), Ffmpeg.bundled(), 2);
    photo = Files.write(folder.resolve("photo.jpg"), TestEngine.photoBytes("sample4.jpg"));
  }

  @AfterAll
  static void close() {
    analyzer.close();
  }

  @Test
  void aFaceThatIsAwayForMoreThanASecondComesBackAsAnother() throws Exception {
    Path clip = Clips.comeAndGo(folder.resolve("away.mp4"), photo, "libopenh264", 2, 1.6, 1.4);
    VideoFaces found = analyzer.analyze(clip, LIMITS);
    List<FaceTrack> tracks = firstPlace(found, 2);
    assertThat(tracks.get(0).startMillis()).isZero();
    assertThat(tracks.get(0).endMillis()).isCloseTo(2000, within(PERIOD_MILLIS));
    assertThat(tracks.get(1).startMillis()).isCloseTo(3600, within(PERIOD_MILLIS));
    assertThat(tracks.get(1).endMillis()).isCloseTo(5000, within(PERIOD_MILLIS));
    assertThat(TestEngine.shared().detect(tracks.get(0).bestImage(), ONE)).hasSize(1);
  }

  @Test
  void aFaceThatIsAwayForLessThanASecondStaysTheSame() throws Exception {
    Path clip = Clips.comeAndGo(folder.resolve("short.mp4"), photo, "libopenh264", 1, 0.7, 1);
    List<FaceTrack> tracks = firstPlace(analyzer.analyze(clip, LIMITS), 1);
    assertThat(tracks.getFirst().startMillis()).isZero();
    assertThat(tracks.getFirst().endMillis()).isCloseTo(2700, within(PERIOD_MILLIS));
  }

  @ParameterizedTest
  @CsvSource({"clip.mov, mpeg4", "clip.avi, mjpeg", "clip.mkv, libvpx", "clip.webm, libvpx-vp9"})
  void containersAndCodecsAreRead(String name, String codec) throws Exception {
    Path clip = Clips.comeAndGo(folder.resolve(name), photo, codec, 0.6, 0.2, 0.2);
    assertThat(analyzer.analyze(clip, LIMITS).tracks()).isNotEmpty();
  }

  /** The bundled programs cannot encode H.265: a test pattern of another's making. */
  @ParameterizedTest
  @ValueSource(strings = {"mp4", "mov", "mkv"})
  void h265IsRead(String container) throws Exception {
    Path pattern = folder.resolve("pattern-h265.mp4");
    try (InputStream resource = getClass().getResourceAsStream("/video/pattern-h265.mp4")) {
      Files.write(pattern, resource.readAllBytes());
    }
    Path clip =
        Clips.make(folder.resolve("h265." + container), "-i", pattern.toString(), "-c:v", "copy");
    VideoFaces found = analyzer.analyze(clip, LIMITS);
    assertThat(found.info()).isEqualTo(new VideoInfo(128, 96, 600, 10, "hevc"));
    assertThat(found.tracks()).isEmpty();
  }

  @Test
  void cancelledWorkEndsAndItsChildToo() throws Exception {
    Path clip =
        Clips.make(folder.resolve("long.mp4"), "-f", "lavfi", "-i", "testsrc=d=60:s=640x480:r=10");
    VideoWork work = new VideoWork();
    CompletableFuture<VideoFaces> analysis =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return analyzer.analyze(clip, LIMITS, work);
              } catch (VideoException e) {
                throw new CompletionException(e);
              }
            });
    while (work.share() == 0 && !analysis.isDone()) {
      Thread.sleep(5);
    }
    work.cancel();
    assertThatThrownBy(() -> analysis.get(1, TimeUnit.MINUTES))
        .cause()
        .isInstanceOfSatisfying(
            VideoException.class, e -> assertThat(e.problem()).isEqualTo(Problem.CANCELLED));
    for (ProcessHandle child : ProcessHandle.current().children().toList()) {
      child.onExit().get(10, TimeUnit.SECONDS);
    }
    assertThatThrownBy(() -> analyzer.analyze(clip, LIMITS, work))
        .isInstanceOfSatisfying(
            VideoException.class, e -> assertThat(e.problem()).isEqualTo(Problem.CANCELLED));
  }

  @Test
  void aTurnedVideoIsSeenAsItIsDisplayed() throws Exception {
    Path clip = Clips.comeAndGo(folder.resolve("plain.mp4"), photo, "mpeg4", 0.6, 0.1, 0.1);
    Path onItsSide =
        Clips.make(
            folder.resolve("side.mp4"),
            "-i",
            clip.toString(),
            "-vf",
            "transpose=1",
            "-c:v",
            "mpeg4",
            "-b:v",
            "2M");
    Path turned =
        Clips.make(
            folder.resolve("turned.mp4"),
            "-display_rotation",
            "90",
            "-i",
            onItsSide.toString(),
            "-c",
            "copy");
    VideoFaces found = analyzer.analyze(turned, LIMITS);
    assertThat(found.info().width()).isEqualTo(640);
    assertThat(found.info().height()).isEqualTo(480);
    assertThat(found.tracks()).isNotEmpty();
  }

  @Test
  void aVideoWithoutFacesHasNoTracks() throws Exception {
    Path clip =
        Clips.make(
            folder.resolve("gray.mp4"),
            "-f",
            "lavfi",
            "-i",
            "testsrc=d=1:s=320x240:r=25",
            "-c:v",
            "mpeg4");
    assertThat(analyzer.analyze(clip, LIMITS).tracks()).isEmpty();
  }

  @Test
  void whatIsNoVideoIsRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("text.mp4"), "not a video ".repeat(1000));
    assertProblem(text, LIMITS, Problem.NOT_A_VIDEO);
    assertProblem(photo, LIMITS, Problem.NOT_A_VIDEO);
  }

  @Test
  void aPlaylistThatNamesOtherFilesIsRefused() throws Exception {
    Path list =
        Files.writeString(
            folder.resolve("list.mp4"),
            "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n");
    assertProblem(list, LIMITS, Problem.NOT_A_VIDEO);
  }

  @Test
  void aTruncatedVideoGivesWhatItHasOrAnError() throws Exception {
    Path clip = Clips.comeAndGo(folder.resolve("whole.mkv"), photo, "mpeg4", 1, 0.2, 0.2);
    byte[] bytes = Files.readAllBytes(clip);
    Path half = Files.write(folder.resolve("half.mkv"), Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(analyzer.analyze(half, LIMITS).tracks()).isNotEmpty();
    Path head = Files.write(folder.resolve("head.mkv"), Arrays.copyOf(bytes, 200));
    assertThatThrownBy(() -> analyzer.analyze(head, LIMITS)).isInstanceOf(VideoException.class);
  }

  @Test
  void limitsAreKept() throws Exception {
    Path clip = Clips.comeAndGo(folder.resolve("limits.mp4"), photo, "mpeg4", 1, 0.5, 0.5);
    assertProblem(clip, limits(100, 60, 4096, 1000, 60), Problem.TOO_LARGE);
    assertProblem(clip, limits(1 << 20, 1, 4096, 1000, 60), Problem.TOO_LONG);
    assertProblem(clip, limits(1 << 20, 60, 600, 1000, 60), Problem.RESOLUTION_OUT_OF_RANGE);
    assertProblem(clip, limits(1 << 20, 60, 4096, 20, 60), Problem.TOO_MANY_FRAMES);
    assertProblem(clip, limits(1 << 20, 60, 4096, 1000, 0), Problem.TOO_SLOW);
  }

  @Test
  void noChildIsLeftBehind() throws Exception {
    Path clip = Clips.comeAndGo(folder.resolve("child.mp4"), photo, "mpeg4", 1, 0.5, 0.5);
    assertProblem(clip, limits(1 << 20, 60, 4096, 1000, 0), Problem.TOO_SLOW);
    analyzer.analyze(clip, LIMITS);
    for (ProcessHandle child : ProcessHandle.current().children().toList()) {
      child.onExit().get(10, TimeUnit.SECONDS);
    }
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  private static final DetectOptions ONE = new DetectOptions(1, 20, false);

  private static VideoLimits limits(
      long bytes, int seconds, int side, int frames, int processingSeconds) {
    return new VideoLimits(
        bytes,
        Duration.ofSeconds(seconds),
        16,
        side,
        frames,
        10,
        Duration.ofSeconds(processingSeconds));
  }

  private static void assertProblem(Path file, VideoLimits limits, Problem problem) {
    assertThatThrownBy(() -> analyzer.analyze(file, limits))
        .isInstanceOfSatisfying(
            VideoException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  /** The photo shows several people: the tracks at the place of the first of them. */
  private static List<FaceTrack> firstPlace(VideoFaces found, int count) {
    Box place = found.tracks().getFirst().sightings().getFirst().box();
    List<FaceTrack> there =
        found.tracks().stream()
            .filter(track -> track.sightings().getFirst().box().intersectionOverUnion(place) > 0.5)
            .toList();
    assertThat(there.size()).isEqualTo(count);
    return there;
  }
}
