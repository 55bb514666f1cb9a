package dev.mien.server.vod;

import com.google.auto.service.AutoService;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import dev.mien.server.protocol.Unsigned;
import dev.mien.server.video.FoundFaces;
import dev.mien.server.video.VideoRefusedException;
import dev.mien.server.video.VideoSource;
import dev.mien.server.vod.type.AigcFaceInfo;
import dev.mien.server.vod.type.AigcFaceInputFileInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the faces of a video, and answers when it has looked at all of it. */
@AutoService(Served.class)
public final class DescribeAigcFaceInfo
    implements VodAction<DescribeAigcFaceInfo.Request, DescribeAigcFaceInfo.Response> {

  /** What is sent. */
  public record Request(@Unsigned Long subAppId, @Nullable List<AigcFaceInputFileInfo> fileInfos) {}

  /** What is answered: one entry, for the one video. */
  public record Response(List<AigcFaceInfo> faceInfoSet) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, VideoRefusedException {
    Parameters.subAppId(request.subAppId());
    VideoSource video = Parameters.video(request.fileInfos());
    FoundFaces found = call.services().videoFaces().find(call.account(), video);
    return new Response(List.of(AigcFaceInfo.of(found, call)));
  }
}
