package dev.mien.server.legacy;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.PersonChange;
import dev.mien.gallery.PersonId;
import dev.mien.server.protocol.ApiException;
import java.util.Optional;

/** Changes the name and the remark of a person. */
@AutoService(LegacyCall.class)
public final class SetInfo implements LegacyCall {

  /** What is answered. */
  public record Data(String sessionId, String personId) {}

  @Override
  public Record answer(Parameters parameters, Caller caller) throws ApiException, GalleryException {
    String sessionId = parameters.sessionId(caller.requestId());
    PersonId id = parameters.personId();
    PersonChange change =
        new PersonChange(
            id, parameters.label("person_name"), Optional.empty(), parameters.label("tag"));
    caller.services().gallery().modifyPerson(caller.account(), change);
    return new Data(sessionId, id.value());
  }
}
