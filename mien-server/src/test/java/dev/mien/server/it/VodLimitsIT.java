package dev.mien.server.it;

import static dev.mien.server.it.SdkClients.assertRefused;
import static dev.mien.server.it.VodCalls.faces;
import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.iai.v20200303.IaiClient;
import com.tencentcloudapi.iai.v20200303.models.DetectFaceRequest;
import com.tencentcloudapi.vod.v20180717.VodClient;
import dev.mien.server.it.SdkClients.Signing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What a video may cost, on a server that allows little. */
@Isolated("a download is waited for in seconds")
class VodLimitsIT {
  @TempDir static Path folder;
  private static Path videos;
  private static FileHost host;
  private static TestServer server;
  private static VodClient vod;

  @BeforeAll
  static void start() throws Exception {
    videos = Files.createDirectory(folder.resolve("videos"));
    host = FileHost.start(videos);
    server =
        TestServer.start(
            folder.resolve("data"),
            "downloader: {allow-private: true}",
            "work: {workers: 1}",
            "limits: {idle-timeout: 1s, shutdown-time: 1s}",
            "video:",
            "  max-size: 200KB",
            "  max-duration: 2s",
            "  min-side: 64",
            "  max-side: 400",
            "  max-frames: 40",
            "  max-download-time: 4s",
            "  concurrency: 1");
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
  void each_limit_is_told_with_its_value() throws Exception {
    Clips.pattern(videos.resolve("long.mp4"), "128x96", 2.5, 10);
    assertNotAccepted("long.mp4", "2500 ms", "2000");
    Clips.pattern(videos.resolve("wide.mp4"), "480x270", 0.5, 10);
    assertNotAccepted("wide.mp4", "480 x 270", "64 to 400");
    Clips.pattern(videos.resolve("low.mp4"), "320x48", 0.5, 10);
    assertNotAccepted("low.mp4", "320 x 48", "64 to 400");
    Clips.pattern(videos.resolve("fast.mp4"), "128x96", 1.5, 30);
    assertNotAccepted("fast.mp4", "45 frames", "40");
    byte[] clip = Files.readAllBytes(videos.resolve("wide.mp4"));
    Files.write(videos.resolve("large.mp4"), java.util.Arrays.copyOf(clip, 204_801));
    assertNotAccepted("large.mp4", "204800 bytes");
    assertNotAccepted("endless", "204800 bytes");
  }

  @Test
  void a_file_of_the_store_is_held_to_the_same_limits() throws Exception {
    Path large = Files.write(videos.resolve("stored.mp4"), new byte[204_801]);
    String fileId = VodCalls.addFile(server, large);
    TencentCloudSDKException refused = refusal(() -> VodCalls.facesOfFile(vod, fileId));
    assertThat(refused.getMessage()).contains("204801 bytes", "204800");
  }

  @Test
  void one_video_in_work_holds_up_no_other_request_and_a_second_one_is_refused_at_once()
      throws Exception {
    CompletableFuture<TencentCloudSDKException> first =
        CompletableFuture.supplyAsync(() -> refusal(() -> faces(vod, host.url("silent"))));
    host.awaitAsked();
    assertThat(VodCalls.incoming(server)).hasSize(1);
    assertRefused("RequestLimitExceeded", () -> faces(vod, host.url("endless")));
    IaiClient iai = SdkClients.iai(server, Signing.TC3_POST);
    DetectFaceRequest detect = new DetectFaceRequest();
    detect.setImage(Photos.ANN.base64());
    assertThat(iai.DetectFace(detect).getFaceInfos()).hasSize(1);
    assertThat(first).isNotDone();
    // Longer than connections may be silent: the answer comes all the same.
    TencentCloudSDKException late = first.get(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS);
    assertThat(late.getErrorCode()).as(late.getMessage()).isEqualTo("FailedOperation");
    assertThat(late.getMessage()).contains("4000 ms");
  }

  @Test
  void a_server_that_lacks_a_decoder_says_so_and_serves_everything_else() throws Exception {
    try (TestServer without =
        TestServer.start(folder.resolve("without"), "video: {ffmpeg: /nowhere/ffmpeg}")) {
      VodClient client = SdkClients.vod(without, Signing.TC3_POST);
      assertRefused("FailedOperation.InvalidVodUser", () -> faces(client, host.url("x.mp4")));
      assertRefused(
          "FailedOperation.InvalidVodUser",
          () -> VodCalls.startTask(client, "'FileInfos':[{'Url':'http://example.com/'}]"));
      DetectFaceRequest detect = new DetectFaceRequest();
      detect.setImage(Photos.ANN.base64());
      IaiClient iai = SdkClients.iai(without, Signing.TC3_POST);
      assertThat(iai.DetectFace(detect).getFaceInfos()).hasSize(1);
    }
  }

  private static void assertNotAccepted(String name, String... words) {
    TencentCloudSDKException refused = refusal(() -> faces(vod, host.url(name)));
    assertThat(refused.getErrorCode()).as(refused.getMessage()).isEqualTo("InvalidParameter");
    assertThat(refused.getMessage()).contains(words);
  }

  private static TencentCloudSDKException refusal(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return Assertions.catchThrowableOfType(TencentCloudSDKException.class, call);
  }
}
