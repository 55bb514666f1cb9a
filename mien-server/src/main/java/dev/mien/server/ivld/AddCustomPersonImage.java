package dev.mien.server.ivld;

import com.google.auto.service.AutoService;
import dev.mien.gallery.CustomImage;
import dev.mien.gallery.CustomPersons;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.PersonId;
import dev.mien.server.ivld.type.PersonImageInfo;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import org.jspecify.annotations.Nullable;

/** Gives a custom person one more picture, which must show that person. */
@AutoService(Served.class)
public final class AddCustomPersonImage
    implements IvldAction<AddCustomPersonImage.Request, AddCustomPersonImage.Response> {

  /** What is sent. */
  public record Request(String personId, @Nullable String imageURL, @Nullable String image) {}

  /** What is answered. */
  public record Response(String personId, PersonImageInfo imageInfo) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    PersonId id = Parameters.personId(request.personId());
    CustomPersons persons = call.services().gallery().customPersons();
    persons.requireRoomForImage(call.account(), id);
    Portrait portrait = Portrait.of(call, request.image(), request.imageURL());
    CustomImage image =
        portrait.keptFor(
            call, media -> persons.addImage(call.account(), id, portrait.face(), media));
    return new Response(id.value(), Described.image(call, image));
  }
}
