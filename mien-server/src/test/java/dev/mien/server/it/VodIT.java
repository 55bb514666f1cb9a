package dev.mien.server.it;

import static dev.mien.server.it.SdkClients.assertRefused;
import static dev.mien.server.it.VodCalls.addFile;
import static dev.mien.server.it.VodCalls.faces;
import static dev.mien.server.it.VodCalls.facesOfFile;
import static dev.mien.server.it.VodCalls.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.vod.v20180717.VodClient;
import com.tencentcloudapi.vod.v20180717.models.AigcFaceIdentityInfo;
import com.tencentcloudapi.vod.v20180717.models.AigcFaceInfo;
import com.tencentcloudapi.vod.v20180717.models.AigcFaceInputFileInfo;
import dev.mien.server.it.SdkClients.Signing;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faces of videos, by the official SDK. */
class VodIT {
  /** The time between two pictures that are looked at. */
  private static final long PERIOD_MILLIS = 100;

  @TempDir static Path folder;
  private static Path videos;
  private static FileHost host;
  private static TestServer server;
  private static VodClient vod;

  @BeforeAll
  static void start() throws Exception {
    videos = Files.createDirectory(folder.resolve("videos"));
    host = FileHost.start(videos);
    server = TestServer.start(folder.resolve("data"), "downloader: {allow-private: true}");
    vod = SdkClients.vod(server, Signing.TC3_POST);
  }

  @AfterAll
  static void stop() {
    server.close();
    host.close();
  }

  @AfterEach
  void nothingIsLeftBehind() throws Exception {
    VodCalls.assertNothingIsLeft(server);
  }

  @Test
  void a_face_has_its_times_and_a_picture_and_is_another_after_more_than_a_second()
      throws Exception {
    Clips.awayAndBack(videos.resolve("away.mp4"), Photos.ANN, 1, 1.5, 0.6);
    AigcFaceInfo info = faces(vod, host.url("away.mp4"));
    List<AigcFaceIdentityInfo> found = list(info);
    assertThat(found).extracting(AigcFaceIdentityInfo::getFaceId).containsExactly("0", "1");
    assertThat(found.get(0).getStartTime()).isZero();
    assertThat(found.get(0).getEndTime()).isCloseTo(1000, within(PERIOD_MILLIS));
    assertThat(found.get(1).getStartTime()).isCloseTo(2500, within(PERIOD_MILLIS));
    assertThat(found.get(1).getEndTime()).isCloseTo(3100, within(PERIOD_MILLIS));
    for (AigcFaceIdentityInfo face : found) {
      assertThat(picture(face).getWidth()).isBetween(100, 320);
    }
    String link = found.getFirst().getFaceImage();
    assertThat(link).startsWith("http://" + server.endpoint() + "/media/");
    fetch(link.substring(0, link.length() - 2) + "xx", 403);
  }

  @Test
  void a_face_that_is_away_for_less_than_a_second_stays_the_same() throws Exception {
    Clips.awayAndBack(videos.resolve("short.mp4"), Photos.ANN, 0.6, 0.7, 0.6);
    List<AigcFaceIdentityInfo> found = list(faces(vod, host.url("short.mp4")));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().getEndTime()).isCloseTo(1900, within(PERIOD_MILLIS));
  }

  @Test
  void the_same_video_has_the_same_session_wherever_it_comes_from() throws Exception {
    Path clip = Clips.portrait(videos.resolve("same.mkv"), Photos.BEA, 0.5, "mpeg4");
    AigcFaceInfo first = faces(vod, host.url("same.mkv"));
    assertThat(first.getFaceInfoList()).hasSize(1);
    Files.copy(clip, videos.resolve("copy.mkv"));
    AigcFaceInfo again = faces(vod, host.url("copy.mkv"));
    AigcFaceInfo asFile = facesOfFile(vod, addFile(server, clip));
    for (AigcFaceInfo other : List.of(again, asFile)) {
      assertThat(other.getSessionId()).isEqualTo(first.getSessionId());
      assertThat(times(other)).isEqualTo(times(first));
      assertThat(fetch(list(other).getFirst().getFaceImage(), 200))
          .isEqualTo(fetch(list(first).getFirst().getFaceImage(), 200));
    }
  }

  @Test
  void what_is_anothers_does_not_exist() throws Exception {
    Path clip = Clips.portrait(videos.resolve("mine.mp4"), Photos.CLEO, 0.5, "mpeg4");
    String fileId = addFile(server, clip);
    AigcFaceInfo mine = facesOfFile(vod, fileId);
    String task = VodCalls.startTask(vod, "'FileInfos':[{'FileId':'%s'}]".formatted(fileId));
    TestServer.Credentials keys = VodCalls.anotherAccount(server);
    VodClient other = SdkClients.vod(server, Signing.TC3_POST, keys);
    assertRefused("InvalidParameterValue.FileId", () -> facesOfFile(other, fileId));
    assertRefused("InvalidParameterValue.FileId", () -> facesOfFile(other, mine.getSessionId()));
    assertRefused("InvalidParameterValue.FileId", () -> facesOfFile(vod, mine.getSessionId()));
    assertRefused("InvalidParameterValue.FileId", () -> facesOfFile(vod, "../mien.db"));
    assertRefused("InvalidParameterValue.TaskId", () -> VodCalls.task(other, task));
    VodCalls.finishedTask(vod, task);
    AigcFaceInfo theirs = faces(other, host.url("mine.mp4"));
    assertThat(theirs.getSessionId()).isNotEqualTo(mine.getSessionId());
    assertThat(times(theirs)).isEqualTo(times(mine));
  }

  @ParameterizedTest
  @CsvSource({
    "mp4, libopenh264",
    "mp4, mpeg4",
    "mp4, mjpeg",
    "mp4, libvpx-vp9",
    "mov, libopenh264",
    "mov, mpeg4",
    "mov, mjpeg",
    "mkv, libopenh264",
    "mkv, mpeg4",
    "mkv, mjpeg",
    "mkv, libvpx",
    "mkv, libvpx-vp9",
    "webm, libvpx",
    "webm, libvpx-vp9",
    "webm, libsvtav1",
    "avi, libopenh264",
    "avi, mpeg4",
    "avi, msmpeg4",
    "avi, mjpeg",
    "avi, libvpx"
  })
  void every_container_is_read_with_every_codec(String container, String codec) throws Exception {
    String name = codec + "." + container;
    Clips.portrait(videos.resolve(name), Photos.ANN, 0.5, codec);
    List<AigcFaceIdentityInfo> found = list(faces(vod, host.url(name)));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().getStartTime()).isZero();
    assertThat(found.getFirst().getEndTime()).isCloseTo(500, within(PERIOD_MILLIS));
  }

  @Test
  void a_video_that_lies_on_its_side_is_seen_as_players_show_it() throws Exception {
    Path upright = Clips.portrait(videos.resolve("upright.mp4"), Photos.ANN, 0.5, "mpeg4");
    Path lying =
        Clips.make(
            videos.resolve("lying.mp4"),
            List.of(),
            upright,
            List.of("-vf", "transpose=1", "-c:v", "mpeg4", "-b:v", "1M"));
    Clips.make(
        videos.resolve("turned.mp4"),
        List.of("-display_rotation", "90"),
        lying,
        List.of("-c", "copy"));
    BufferedImage shown = onlyPicture("turned.mp4");
    double toUpright = difference(shown, onlyPicture("upright.mp4"));
    assertThat(toUpright).isLessThan(difference(shown, onlyPicture("lying.mp4")) / 2);
  }

  /** The picture of the only face of a video. */
  private static BufferedImage onlyPicture(String name) throws Exception {
    List<AigcFaceIdentityInfo> found = list(faces(vod, host.url(name)));
    assertThat(found).hasSize(1);
    return picture(found.getFirst());
  }

  private static BufferedImage picture(AigcFaceIdentityInfo face) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(fetch(face.getFaceImage(), 200)));
  }

  /**
   * The mean difference of the green of two pictures, wherever they have the same relative place.
   */
  private static double difference(BufferedImage one, BufferedImage other) {
    int steps = 24;
    double sum = 0;
    for (int y = 0; y < steps; y++) {
      for (int x = 0; x < steps; x++) {
        sum += Math.abs(green(one, x, y, steps) - green(other, x, y, steps));
      }
    }
    return sum / steps / steps;
  }

  private static int green(BufferedImage image, int x, int y, int steps) {
    return image.getRGB(x * image.getWidth() / steps, y * image.getHeight() / steps) >> 8 & 0xff;
  }

  @Test
  void a_video_without_faces_has_an_empty_list() throws Exception {
    Clips.pattern(videos.resolve("pattern.avi"), "320x240", 0.5, 10);
    AigcFaceInfo info = faces(vod, host.url("pattern.avi"));
    assertThat(info.getFaceInfoList()).isEmpty();
    assertThat(info.getSessionId()).isNotEmpty();
  }

  @Test
  void of_a_video_that_breaks_off_what_there_is_is_told() throws Exception {
    Path whole = Clips.portrait(videos.resolve("whole.mkv"), Photos.ANN, 2, "mpeg4");
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(videos.resolve("half.mkv"), Arrays.copyOf(bytes, bytes.length / 2));
    List<AigcFaceIdentityInfo> found = list(faces(vod, host.url("half.mkv")));
    assertThat(found).hasSize(1);
    Files.write(videos.resolve("head.mkv"), Arrays.copyOf(bytes, 200));
    assertRefused("InvalidParameter", () -> faces(vod, host.url("head.mkv")));
    Path clip = Clips.portrait(videos.resolve("whole.mp4"), Photos.ANN, 1, "mpeg4");
    byte[] clipBytes = Files.readAllBytes(clip);
    Files.write(videos.resolve("half.mp4"), Arrays.copyOf(clipBytes, clipBytes.length / 2));
    assertRefused("InvalidParameter", () -> faces(vod, host.url("half.mp4")));
  }

  static Stream<String> tricks() {
    String target = "file:///etc/passwd";
    return Stream.of(
        "This is not a video.\n".repeat(1000),
        "",
        "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10.0,\n%s\n#EXT-X-ENDLIST\n".formatted(target),
        "ffconcat version 1.0\nfile '%s'\n".formatted(target),
        "<?xml version=\"1.0\"?><MPD><BaseURL>%s</BaseURL></MPD>".formatted(target));
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("tricks")
  void what_only_pretends_to_be_a_video_is_refused(String content) throws Exception {
    Files.writeString(videos.resolve("trick.mp4"), content);
    TencentCloudSDKException refused =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            TencentCloudSDKException.class, () -> faces(vod, host.url("trick.mp4")));
    assertThat(refused.getErrorCode()).isEqualTo("InvalidParameter");
    assertThat(refused.getMessage())
        .contains("FileInfos.0", "no readable MP4, MOV, MKV, WebM or AVI video")
        .doesNotContain("passwd", "root:", "/incoming");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"file:///etc/passwd", "ftp://127.0.0.1/v.mp4", "concat:a|b", "rtsp://x/", "x.mp4"})
  void only_web_addresses_are_downloaded_from(String url) {
    assertRefused("InvalidParameter", () -> faces(vod, url));
    assertRefused(
        "InvalidParameter",
        () -> VodCalls.startTask(vod, "'FileInfos':[{'Url':'%s'}]".formatted(url)));
  }

  @Test
  void a_download_that_fails_is_told() {
    assertRefused("FailedOperation", () -> faces(vod, host.url("nothing-here.mp4")));
  }

  @Test
  void exactly_one_file_is_wanted() {
    assertRefused("InvalidParameter", () -> faces(vod));
    assertRefused("InvalidParameter", () -> faces(vod, (AigcFaceInputFileInfo[]) null));
    AigcFaceInputFileInfo info = new AigcFaceInputFileInfo();
    info.setUrl(host.url("x.mp4"));
    assertRefused("InvalidParameter", () -> faces(vod, info, info));
    assertRefused("InvalidParameter", () -> faces(vod, new AigcFaceInputFileInfo()));
    info.setType("Stream");
    assertRefused("InvalidParameter", () -> faces(vod, info));
    info.setType("File");
    assertRefused("InvalidParameter", () -> faces(vod, info));
    info.setType("");
    info.setFileId("1");
    assertRefused("InvalidParameter", () -> faces(vod, info));
  }

  private static List<String> times(AigcFaceInfo info) {
    return list(info).stream()
        .map(face -> face.getFaceId() + ": " + face.getStartTime() + " - " + face.getEndTime())
        .toList();
  }

  private static byte[] fetch(String url, int status) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer =
          client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(status);
      return answer.body();
    }
  }
}
