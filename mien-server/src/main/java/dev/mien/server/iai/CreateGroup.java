package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.NewGroup;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates an empty group. */
@AutoService(Served.class)
public final class CreateGroup implements IaiAction<CreateGroup.Request, CreateGroup.Response> {

  /** What is sent. */
  public record Request(
      String groupName,
      String groupId,
      @Nullable List<String> groupExDescriptions,
      @Nullable String tag,
      @Nullable String faceModelVersion) {}

  /** What is answered. */
  public record Response(String faceModelVersion) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    NewGroup group =
        new NewGroup(
            GroupId.of(request.groupId()),
            request.groupName(),
            request.groupExDescriptions() == null ? List.of() : request.groupExDescriptions(),
            request.tag() == null ? "" : request.tag(),
            Versions.of(request.faceModelVersion()));
    return new Response(
        call.services().gallery().createGroup(call.account(), group).modelVersion().text());
  }
}
