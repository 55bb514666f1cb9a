package dev.mien.server.vod;

import com.google.auto.service.AutoService;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import dev.mien.server.protocol.Unsigned;
import dev.mien.server.video.VideoSource;
import dev.mien.server.video.VideoTask;
import dev.mien.server.video.VideoTask.Found;
import dev.mien.server.video.VideoTask.Refused;
import dev.mien.server.vod.type.AigcFaceInfo;
import dev.mien.server.vod.type.AigcFaceInputFileInfo;
import dev.mien.server.vod.type.DescribeAigcFaceInfoAsyncInput;
import dev.mien.server.vod.type.DescribeAigcFaceInfoAsyncOutput;
import dev.mien.server.vod.type.DescribeAigcFaceInfoAsyncTask;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says how far a task of {@link DescribeAigcFaceInfoAsync} is, and what it has found. */
@AutoService(Served.class)
public final class DescribeTaskDetail
    implements VodAction<DescribeTaskDetail.Request, DescribeTaskDetail.Response> {
  private static final String TASK_TYPE = "DescribeAigcFaceInfoAsync";
  private static final String WAITING = "WAITING";
  private static final String PROCESSING = "PROCESSING";
  private static final String FINISH = "FINISH";

  /** What is sent. */
  public record Request(String taskId, @Nullable @Unsigned Long subAppId) {}

  /**
   * What is answered.
   *
   * @param createTime in ISO 8601, as the other times, which are empty until they have come
   */
  public record Response(
      String taskType,
      String status,
      String createTime,
      String beginProcessTime,
      String finishTime,
      DescribeAigcFaceInfoAsyncTask describeAigcFaceInfoAsyncTask) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException {
    Long subAppId = request.subAppId();
    if (subAppId != null) {
      Parameters.subAppId(subAppId);
    }
    VideoTask task =
        call.services()
            .videoTasks()
            .task(call.account(), request.taskId())
            .orElseThrow(() -> new ApiException(VodError.TASK_ID));
    return new Response(
        TASK_TYPE,
        status(task),
        text(Optional.of(task.createdAt())),
        text(task.begunAt()),
        text(task.finishedAt()),
        told(task, call));
  }

  private static String status(VideoTask task) {
    if (task.outcome().isPresent()) {
      return FINISH;
    }
    return task.begunAt().isPresent() ? PROCESSING : WAITING;
  }

  private static String text(Optional<Instant> time) {
    return time.map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("");
  }

  private static DescribeAigcFaceInfoAsyncTask told(VideoTask task, Call call) {
    Optional<Refused> refused =
        task.outcome().filter(Refused.class::isInstance).map(Refused.class::cast);
    return new DescribeAigcFaceInfoAsyncTask(
        task.id(),
        task.outcome().isPresent() ? FINISH : PROCESSING,
        refused.map(why -> VideoErrors.number(why.problem())).orElse(0L),
        refused.map(why -> VideoErrors.name(why.problem())).orElse(""),
        refused
            .map(why -> VideoErrors.toApi(why.problem(), why.detail()).message(call.language()))
            .orElse(""),
        task.percent(),
        new DescribeAigcFaceInfoAsyncInput(List.of(input(task.order().source()))),
        output(task, call),
        task.order().mark(),
        task.order().context());
  }

  private static AigcFaceInputFileInfo input(VideoSource source) {
    return switch (source) {
      case VideoSource.Url(String url) -> new AigcFaceInputFileInfo("Url", null, url);
      case VideoSource.File(String fileId) -> new AigcFaceInputFileInfo("File", fileId, null);
    };
  }

  private static @Nullable DescribeAigcFaceInfoAsyncOutput output(VideoTask task, Call call) {
    return task.outcome()
        .filter(Found.class::isInstance)
        .flatMap(found -> ((Found) found).faces())
        .map(faces -> new DescribeAigcFaceInfoAsyncOutput(List.of(AigcFaceInfo.of(faces, call))))
        .orElse(null);
  }
}
