package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.GroupSize;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;

/** Counts the persons and faces of a group. */
@AutoService(Served.class)
public final class GetPersonListNum
    implements IaiAction<GetPersonListNum.Request, GetPersonListNum.Response> {

  /** What is sent. */
  public record Request(String groupId) {}

  /** What is answered. */
  public record Response(long personNum, long faceNum) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    GroupSize size =
        call.services().gallery().groupSize(call.account(), GroupId.of(request.groupId()));
    return new Response(size.persons(), size.faces());
  }
}
