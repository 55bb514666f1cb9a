package dev.mien.server.legacy;

import com.google.auto.service.AutoService;
import dev.mien.gallery.FaceId;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.PersonId;
import dev.mien.server.protocol.ApiException;
import java.util.List;

/** Removes faces of a person. */
@AutoService(LegacyCall.class)
public final class DelFace implements LegacyCall {

  /** What is answered. */
  public record Data(String sessionId, long deleted, List<String> faceIds) {}

  @Override
  public Record answer(Parameters parameters, Caller caller) throws ApiException, GalleryException {
    String sessionId = parameters.sessionId(caller.requestId());
    PersonId id = parameters.personId();
    List<FaceId> wanted = parameters.faceIds();
    var gallery = caller.services().gallery();
    List<FaceId> known = gallery.person(caller.account(), id).faceIds();
    if (wanted.stream().noneMatch(known::contains)) {
      throw new ApiException(LegacyError.FACE_UNKNOWN, "the person has none of them");
    }
    List<FaceId> deleted = gallery.deleteFaces(caller.account(), id, wanted);
    return new Data(sessionId, deleted.size(), deleted.stream().map(FaceId::toString).toList());
  }
}
