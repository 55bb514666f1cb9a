package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.PersonId;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;

/** Takes a person out of a group; out of the last one, the person is deleted. */
@AutoService(Served.class)
public final class DeletePersonFromGroup
    implements IaiAction<DeletePersonFromGroup.Request, Nothing> {

  /** What is sent. */
  public record Request(String personId, String groupId) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Nothing answer(Request request, Call call) throws ApiException, GalleryException {
    call.services()
        .gallery()
        .deletePersonFromGroup(
            call.account(), GroupId.of(request.groupId()), PersonId.of(request.personId()));
    return new Nothing();
  }
}
