package dev.mien.server.vod;

import com.google.auto.service.AutoService;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import dev.mien.server.protocol.Unsigned;
import dev.mien.server.video.VideoRefusedException;
import dev.mien.server.video.VideoTask.Order;
import dev.mien.server.vod.type.AigcFaceInputFileInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Begins a task that finds the faces of a video; {@link DescribeTaskDetail} tells of it. */
@AutoService(Served.class)
public final class DescribeAigcFaceInfoAsync
    implements VodAction<DescribeAigcFaceInfoAsync.Request, DescribeAigcFaceInfoAsync.Response> {
  private static final int SESSION_ID_MAX = 50;
  private static final int SESSION_CONTEXT_MAX = 1000;
  private static final long PRIORITY_MAX = 10;

  /** What is sent. */
  public record Request(
      @Unsigned Long subAppId,
      @Nullable List<AigcFaceInputFileInfo> fileInfos,
      @Nullable String sessionId,
      @Nullable String sessionContext,
      @Nullable Long tasksPriority) {}

  /** What is answered. */
  public record Response(String taskId) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, VideoRefusedException {
    Order order =
        new Order(
            Parameters.subAppId(request.subAppId()),
            Parameters.video(request.fileInfos()),
            Parameters.text(request.sessionId(), SESSION_ID_MAX, VodError.SESSION_ID_TOO_LONG),
            Parameters.text(
                request.sessionContext(), SESSION_CONTEXT_MAX, VodError.SESSION_CONTEXT_TOO_LONG),
            priority(request.tasksPriority()));
    return new Response(call.services().videoTasks().start(call.account(), order));
  }

  private static int priority(@Nullable Long priority) throws ApiException {
    if (priority == null) {
      return 0;
    }
    if (priority < -PRIORITY_MAX || priority > PRIORITY_MAX) {
      throw Parameters.wrong(
          "TasksPriority", "it must lie between %d and %d".formatted(-PRIORITY_MAX, PRIORITY_MAX));
    }
    return priority.intValue();
  }
}
