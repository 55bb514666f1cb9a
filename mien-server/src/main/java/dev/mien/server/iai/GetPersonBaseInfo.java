package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.FaceId;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.Person;
import dev.mien.gallery.PersonId;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import java.util.List;

/** Says a person's name and gender, and which faces it has. */
@AutoService(Served.class)
public final class GetPersonBaseInfo
    implements IaiAction<GetPersonBaseInfo.Request, GetPersonBaseInfo.Response> {

  /** What is sent. */
  public record Request(String personId) {}

  /** What is answered. */
  public record Response(String personName, long gender, List<String> faceIds) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    Person person =
        call.services().gallery().person(call.account(), PersonId.of(request.personId()));
    return new Response(
        person.name(),
        person.gender().code(),
        person.faceIds().stream().map(FaceId::toString).toList());
  }
}
