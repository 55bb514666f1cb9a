package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.PersonId;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;

/** Deletes a person with all faces, from all groups. */
@AutoService(Served.class)
public final class DeletePerson implements IaiAction<DeletePerson.Request, Nothing> {

  /** What is sent. */
  public record Request(String personId) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Nothing answer(Request request, Call call) throws ApiException, GalleryException {
    call.services().gallery().deletePerson(call.account(), PersonId.of(request.personId()));
    return new Nothing();
  }
}
