package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.PersonId;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import java.util.List;

/** Puts a person into more groups; description values are not copied. */
@AutoService(Served.class)
public final class CopyPerson implements IaiAction<CopyPerson.Request, CopyPerson.Response> {

  /** What is sent. */
  public record Request(String personId, List<String> groupIds) {}

  /** What is answered. */
  public record Response(long sucGroupNum, List<String> sucGroupIds) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    List<GroupId> groups =
        call.services()
            .gallery()
            .copyPerson(
                call.account(),
                PersonId.of(request.personId()),
                Parameters.groupIds(request.groupIds()));
    return new Response(groups.size(), groups.stream().map(GroupId::value).toList());
  }
}
