package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;

/** Deletes a group, and with it the persons who are in no other. */
@AutoService(Served.class)
public final class DeleteGroup implements IaiAction<DeleteGroup.Request, Nothing> {

  /** What is sent. */
  public record Request(String groupId) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Nothing answer(Request request, Call call) throws ApiException, GalleryException {
    call.services().gallery().deleteGroup(call.account(), GroupId.of(request.groupId()));
    return new Nothing();
  }
}
