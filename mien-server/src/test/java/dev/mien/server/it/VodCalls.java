package dev.mien.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.vod.v20180717.VodClient;
import com.tencentcloudapi.vod.v20180717.models.AigcFaceIdentityInfo;
import com.tencentcloudapi.vod.v20180717.models.AigcFaceInfo;
import com.tencentcloudapi.vod.v20180717.models.AigcFaceInputFileInfo;
import com.tencentcloudapi.vod.v20180717.models.DescribeAigcFaceInfoRequest;
import dev.mien.server.control.ControlSocket;
import dev.mien.server.control.KeyCommand;
import dev.mien.server.control.MediaCommand;
import dev.mien.server.control.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests do with VOD, by the official SDK. */
final class VodCalls {
  static final long SUB_APP_ID = 251_007_502;
  private static final Duration WAIT_MAX = Duration.ofMinutes(2);
  private static final int POLL_MILLIS = 50;

  private VodCalls() {}

  /** The faces of the video behind a URL. */
  static AigcFaceInfo faces(VodClient vod, String url) throws TencentCloudSDKException {
    AigcFaceInputFileInfo info = new AigcFaceInputFileInfo();
    info.setType("Url");
    info.setUrl(url);
    return faces(vod, info);
  }

  /** The faces of the video of a FileId. */
  static AigcFaceInfo facesOfFile(VodClient vod, String fileId) throws TencentCloudSDKException {
    AigcFaceInputFileInfo info = new AigcFaceInputFileInfo();
    info.setType("File");
    info.setFileId(fileId);
    return faces(vod, info);
  }

  static AigcFaceInfo faces(VodClient vod, AigcFaceInputFileInfo... infos)
      throws TencentCloudSDKException {
    DescribeAigcFaceInfoRequest request = new DescribeAigcFaceInfoRequest();
    request.setSubAppId(SUB_APP_ID);
    request.setFileInfos(infos);
    AigcFaceInfo[] set = vod.DescribeAigcFaceInfo(request).getFaceInfoSet();
    assertThat(set).hasSize(1);
    return set[0];
  }

  static List<AigcFaceIdentityInfo> list(AigcFaceInfo info) {
    return Arrays.asList(info.getFaceInfoList());
  }

  /** Puts a file into the store of the account that a server began with, while it runs. */
  static String addFile(TestServer server, Path file) {
    Outcome added =
        ControlSocket.send(
                server.data(), new MediaCommand.Add(server.credentials().appId(), file.toString()))
            .orElseThrow();
    assertThat(added.done()).as(added.toString()).isTrue();
    return added.lines().getFirst();
  }

  /** The keys of a new account. */
  static TestServer.Credentials anotherAccount(TestServer server) {
    List<String> lines =
        ControlSocket.send(server.data(), new KeyCommand.Create(null, true)).orElseThrow().lines();
    return new TestServer.Credentials(
        Long.parseLong(lines.get(0).replaceAll("\\D", "")),
        lines.get(1).replaceAll(".* ", ""),
        lines.get(2).replaceAll(".* ", ""));
  }

  /** Begins a task; the SDK at hand is older than the action. */
  static String startTask(VodClient vod, String parameters) throws TencentCloudSDKException {
    String json = "{\"SubAppId\":%d,%s}".formatted(SUB_APP_ID, parameters.replace('\'', '"'));
    return JsonMapper.shared()
        .readTree(vod.call("DescribeAigcFaceInfoAsync", json))
        .at("/Response/TaskId")
        .asString();
  }

  static JsonNode task(VodClient vod, String taskId) throws TencentCloudSDKException {
    String json = "{\"TaskId\":\"%s\"}".formatted(taskId);
    return JsonMapper.shared().readTree(vod.call("DescribeTaskDetail", json)).get("Response");
  }

  /** Waits for a task's end. */
  static JsonNode finishedTask(VodClient vod, String taskId) throws Exception {
    Instant deadline = Instant.now().plus(WAIT_MAX);
    JsonNode task = task(vod, taskId);
    while (!task.get("Status").asString().equals("FINISH") && Instant.now().isBefore(deadline)) {
      Thread.sleep(POLL_MILLIS);
      task = task(vod, taskId);
    }
    assertThat(task.get("Status").asString()).isEqualTo("FINISH");
    return task;
  }

  /** Asserts that no decoder runs and no video lies around. */
  static void assertNothingIsLeft(TestServer server) throws Exception {
    for (ProcessHandle child : server.children()) {
      child.onExit().get(10, java.util.concurrent.TimeUnit.SECONDS);
    }
    assertThat(server.children()).isEmpty();
    assertThat(incoming(server)).isEmpty();
  }

  static List<Path> incoming(TestServer server) {
    try (Stream<Path> files = Files.list(server.data().resolve("incoming-videos"))) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
