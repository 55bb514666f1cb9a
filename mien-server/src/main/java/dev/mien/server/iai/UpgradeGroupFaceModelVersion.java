package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.ModelVersion;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;

/** Begins to change a group to a newer model version, in the background. */
@AutoService(Served.class)
public final class UpgradeGroupFaceModelVersion
    implements IaiAction<
        UpgradeGroupFaceModelVersion.Request, UpgradeGroupFaceModelVersion.Response> {

  /** What is sent. */
  public record Request(String groupId, String faceModelVersion) {}

  /** What is answered. */
  public record Response(String jobId) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    GroupId groupId = GroupId.of(request.groupId());
    ModelVersion version = Versions.of(request.faceModelVersion());
    return new Response(
        call.services().gallery().upgradeGroup(call.account(), groupId, version).id());
  }
}
