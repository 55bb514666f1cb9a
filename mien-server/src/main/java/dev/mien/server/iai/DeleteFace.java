package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.FaceId;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.PersonId;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import java.util.List;

/** Deletes faces of a person, who keeps at least one. */
@AutoService(Served.class)
public final class DeleteFace implements IaiAction<DeleteFace.Request, DeleteFace.Response> {

  /** What is sent. */
  public record Request(String personId, List<String> faceIds) {}

  /** What is answered. */
  public record Response(long sucDeletedNum, List<String> sucFaceIds) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    List<FaceId> deleted =
        call.services()
            .gallery()
            .deleteFaces(
                call.account(),
                PersonId.of(request.personId()),
                Parameters.faceIds(request.faceIds()));
    return new Response(deleted.size(), deleted.stream().map(FaceId::toString).toList());
  }
}
