package dev.mien.server.ivld;

import com.google.auto.service.AutoService;
import dev.mien.gallery.CustomImage;
import dev.mien.gallery.CustomPerson;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.PersonId;
import dev.mien.media.MediaId;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;

/** Deletes a custom person with all pictures, from all groups. */
@AutoService(Served.class)
public final class DeleteCustomPerson
    implements IvldAction<DeleteCustomPerson.Request, DeleteCustomPerson.Response> {

  /** What is sent. */
  public record Request(String personId) {}

  /** What is answered. */
  public record Response(String personId) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    PersonId id = Parameters.personId(request.personId());
    CustomPerson person = call.services().gallery().customPersons().delete(call.account(), id);
    for (CustomImage image : person.images()) {
      call.services().mediaStore().delete(call.account(), new MediaId(image.media()));
    }
    return new Response(id.value());
  }
}
