package dev.mien.server.ivld;

import com.google.auto.service.AutoService;
import dev.mien.gallery.CustomPerson;
import dev.mien.gallery.CustomPersons;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.NewCustomPerson;
import dev.mien.server.ivld.type.PersonImageInfo;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import org.jspecify.annotations.Nullable;

/** Creates a custom person with a first picture, unless the library has a similar face. */
@AutoService(Served.class)
public final class CreateCustomPerson
    implements IvldAction<CreateCustomPerson.Request, CreateCustomPerson.Response> {

  /** What is sent. */
  public record Request(
      String name,
      String basicInfo,
      String categoryId,
      @Nullable String imageURL,
      @Nullable String image) {}

  /** What is answered. */
  public record Response(String personId, PersonImageInfo imageInfo) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public IvldError unknownCategory() {
    return IvldError.INVALID_CATEGORY_ID;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    String basicInfo = Parameters.basicInfo(request.basicInfo());
    long category = Parameters.categoryId(request.categoryId());
    CustomPersons persons = call.services().gallery().customPersons();
    persons.requireRoomFor(call.account(), request.name(), category);
    Portrait portrait = Portrait.of(call, request.image(), request.imageURL());
    CustomPerson person =
        portrait.keptFor(
            call,
            media ->
                persons.create(
                    call.account(),
                    new NewCustomPerson(
                        request.name(), basicInfo, category, portrait.face(), media)));
    return new Response(person.id().value(), Described.image(call, person.images().getFirst()));
  }
}
