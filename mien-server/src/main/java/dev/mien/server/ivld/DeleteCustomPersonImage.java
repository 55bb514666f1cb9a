package dev.mien.server.ivld;

import com.google.auto.service.AutoService;
import dev.mien.gallery.CustomImage;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.PersonId;
import dev.mien.media.MediaId;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;

/** Deletes a picture of a custom person, and the face that was made of it. */
@AutoService(Served.class)
public final class DeleteCustomPersonImage
    implements IvldAction<DeleteCustomPersonImage.Request, DeleteCustomPersonImage.Response> {

  /** What is sent. */
  public record Request(String personId, String imageId) {}

  /** What is answered. */
  public record Response(String personId, String imageId) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    PersonId id = Parameters.personId(request.personId());
    String imageId = Parameters.imageId(request.imageId());
    CustomImage image =
        call.services().gallery().customPersons().deleteImage(call.account(), id, imageId);
    call.services().mediaStore().delete(call.account(), new MediaId(image.media()));
    return new Response(id.value(), image.id());
  }
}
