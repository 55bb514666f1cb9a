package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.Membership;
import dev.mien.gallery.Page;
import dev.mien.gallery.Person;
import dev.mien.gallery.PersonId;
import dev.mien.server.iai.type.PersonGroupInfo;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import dev.mien.server.protocol.Unsigned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the groups of a person, with the person's description values in each. */
@AutoService(Served.class)
public final class GetPersonGroupInfo
    implements IaiAction<GetPersonGroupInfo.Request, GetPersonGroupInfo.Response> {

  /** What is sent. */
  public record Request(
      String personId, @Nullable @Unsigned Long offset, @Nullable @Unsigned Long limit) {}

  /** What is answered. */
  public record Response(
      List<PersonGroupInfo> personGroupInfos, long groupNum, String faceModelVersion) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    PersonId id = PersonId.of(request.personId());
    Person person = call.services().gallery().person(call.account(), id);
    Page<Membership> page =
        call.services()
            .gallery()
            .personMemberships(
                call.account(),
                id,
                Parameters.offset(request.offset()),
                Parameters.limit(request.limit()));
    return new Response(
        page.items().stream().map(PersonGroupInfo::of).toList(),
        page.total(),
        person.modelVersion().text());
  }
}
