package dev.mien.server.it;

import static dev.mien.server.it.SdkClients.assertRefused;
import static dev.mien.server.it.VodCalls.finishedTask;
import static dev.mien.server.it.VodCalls.startTask;
import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.vod.v20180717.VodClient;
import com.tencentcloudapi.vod.v20180717.models.DescribeTaskDetailRequest;
import com.tencentcloudapi.vod.v20180717.models.DescribeTaskDetailResponse;
import dev.mien.server.it.SdkClients.Signing;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Tasks that look at videos in the background, even if the server is killed meanwhile. */
class VodTasksIT {
  private static final String ALLOW = "downloader: {allow-private: true}";
  private static final String ONE_TASK = "'FileInfos':[{'Type':'File','FileId':'%s'}]";

  @TempDir private Path folder;

  @Test
  void tasks_survive_a_killed_server_and_are_done_in_order_of_priority() throws Exception {
    Path data = folder.resolve("data");
    Path clip = Clips.portrait(folder.resolve("clip.mp4"), Photos.ANN, 0.5, "mpeg4");
    String stuck;
    String low;
    String high;
    try (FileHost host = FileHost.start(folder)) {
      try (TestServer server = TestServer.start(data, ALLOW)) {
        VodClient vod = SdkClients.vod(server, Signing.TC3_POST);
        String fileId = VodCalls.addFile(server, clip);
        stuck =
            startTask(
                vod,
                "'FileInfos':[{'Url':'%s'}],'SessionId':'s1','SessionContext':'mine'"
                    .formatted(host.url("silent")));
        host.awaitAsked();
        low = startTask(vod, ONE_TASK.formatted(fileId) + ",'TasksPriority':-1");
        high = startTask(vod, ONE_TASK.formatted(fileId) + ",'TasksPriority':10");
        assertThat(VodCalls.task(vod, stuck).get("Status").asString()).isEqualTo("PROCESSING");
        JsonNode waiting = VodCalls.task(vod, low);
        assertThat(waiting.get("Status").asString()).isEqualTo("WAITING");
        assertThat(waiting.get("BeginProcessTime").asString()).isEmpty();
        assertThat(VodCalls.incoming(server)).hasSize(1);
        server.kill();
      }
    }
    try (TestServer server = TestServer.start(data, ALLOW)) {
      VodClient vod = SdkClients.vod(server, Signing.TC3_POST);
      JsonNode lowDone = finishedTask(vod, low);
      JsonNode highDone = finishedTask(vod, high);
      assertThat(highDone.get("FinishTime").asString())
          .isLessThanOrEqualTo(lowDone.get("FinishTime").asString());
      assertFound(lowDone.get("DescribeAigcFaceInfoAsyncTask"));
      assertFound(highDone.get("DescribeAigcFaceInfoAsyncTask"));
      // Its host is gone, so the second attempt fails, and says why.
      JsonNode failed = finishedTask(vod, stuck).get("DescribeAigcFaceInfoAsyncTask");
      assertThat(failed.get("ErrCode").asLong()).isEqualTo(60_000);
      assertThat(failed.get("ErrCodeExt").asString()).isEqualTo("FailedOperation");
      assertThat(failed.get("Message").asString()).contains("cannot be downloaded");
      assertThat(failed.get("Output").isNull()).isTrue();
      assertThat(failed.get("SessionId").asString()).isEqualTo("s1");
      assertThat(failed.get("SessionContext").asString()).isEqualTo("mine");
      VodCalls.assertNothingIsLeft(server);
      assertRefused(
          "InvalidParameterValue.SessionId",
          () -> startTask(vod, "'FileInfos':[{'Url':'http://127.0.0.1:1/'}],'SessionId':'s1'"));
      assertThat(server.stop()).isIn(0, 143);
    }
  }

  private static void assertFound(JsonNode task) {
    assertThat(task.get("Status").asString()).isEqualTo("FINISH");
    assertThat(task.get("ErrCode").asLong()).isZero();
    assertThat(task.get("Progress").asLong()).isEqualTo(100);
    JsonNode set = task.at("/Output/FaceInfoSet");
    assertThat(set.size()).isEqualTo(1);
    assertThat(set.at("/0/FaceInfoList").size()).isEqualTo(1);
    assertThat(set.at("/0/FaceInfoList/0/FaceImage").asString()).contains("/media/");
  }

  @Test
  void a_server_that_is_told_to_stop_ends_its_decoders_and_keeps_its_tasks() throws Exception {
    Path data = folder.resolve("data");
    // Long enough not to be done before the server is told to stop.
    Path clip = Clips.pattern(folder.resolve("long.mp4"), "1280x720", 60, 10);
    String task;
    ProcessHandle decoder;
    try (TestServer server = TestServer.start(data, "limits: {shutdown-time: 1s}")) {
      VodClient vod = SdkClients.vod(server, Signing.TC3_POST);
      task = startTask(vod, ONE_TASK.formatted(VodCalls.addFile(server, clip)));
      while (server.children().isEmpty()) {
        Thread.sleep(10);
      }
      decoder = server.children().getFirst();
      assertThat(server.stop()).isIn(0, 143);
      assertThat(server.children()).isEmpty();
    }
    assertThat(decoder.isAlive()).isFalse();
    try (var left = Files.list(data.resolve("incoming-videos"))) {
      assertThat(left).isEmpty();
    }
    try (TestServer server = TestServer.start(data)) {
      VodClient vod = SdkClients.vod(server, Signing.TC3_POST);
      assertThat(VodCalls.task(vod, task).get("Status").asString())
          .isIn("WAITING", "PROCESSING", "FINISH");
      DescribeTaskDetailRequest request = new DescribeTaskDetailRequest();
      request.setTaskId(task);
      DescribeTaskDetailResponse detail = vod.DescribeTaskDetail(request);
      assertThat(detail.getTaskType()).isEqualTo("DescribeAigcFaceInfoAsync");
      assertThat(detail.getCreateTime()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
      if (!server.children().isEmpty()) {
        decoder = server.children().getFirst();
      }
      server.kill();
    }
    // Killed, the server cannot see to it; the decoder finds that nobody reads.
    decoder.onExit().get(30, java.util.concurrent.TimeUnit.SECONDS);
  }
}
