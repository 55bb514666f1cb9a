package dev.mien.server.legacy;

import com.google.auto.service.AutoService;
import dev.mien.gallery.FaceId;
import dev.mien.gallery.Gallery;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.Person;
import dev.mien.gallery.PersonId;
import dev.mien.server.protocol.ApiException;
import java.util.List;

/** Tells what is known of a person. */
@AutoService(LegacyCall.class)
public final class GetInfo implements LegacyCall {

  /** What is answered. */
  public record Data(
      String personName,
      String personId,
      List<String> faceIds,
      List<String> groupIds,
      String sessionId,
      String tag) {}

  @Override
  public Record answer(Parameters parameters, Caller caller) throws ApiException, GalleryException {
    String sessionId = parameters.sessionId(caller.requestId());
    PersonId id = parameters.personId();
    Gallery gallery = caller.services().gallery();
    Person person = gallery.person(caller.account(), id);
    return new Data(
        person.name(),
        id.value(),
        person.faceIds().stream().map(FaceId::toString).toList(),
        Groups.of(caller, id),
        sessionId,
        person.tag());
  }
}
