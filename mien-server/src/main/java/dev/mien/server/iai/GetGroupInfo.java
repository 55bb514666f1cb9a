package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.Group;
import dev.mien.gallery.GroupId;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import java.util.List;

/** Says what a group is called and how it is described. */
@AutoService(Served.class)
public final class GetGroupInfo implements IaiAction<GetGroupInfo.Request, GetGroupInfo.Response> {

  /** What is sent. */
  public record Request(String groupId) {}

  /** What is answered. */
  public record Response(
      String groupName,
      String groupId,
      List<String> groupExDescriptions,
      String tag,
      String faceModelVersion,
      long creationTimestamp) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    Group group = call.services().gallery().group(call.account(), GroupId.of(request.groupId()));
    return new Response(
        group.name(),
        group.id().value(),
        group.fieldNames(),
        group.tag(),
        group.modelVersion().text(),
        group.createdAt().toEpochMilli());
  }
}
