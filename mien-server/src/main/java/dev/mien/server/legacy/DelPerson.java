package dev.mien.server.legacy;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.PersonId;
import dev.mien.server.protocol.ApiException;

/** Removes a person with all its faces. */
@AutoService(LegacyCall.class)
public final class DelPerson implements LegacyCall {

  /** What is answered. */
  public record Data(String sessionId, long deleted, String personId) {}

  @Override
  public Record answer(Parameters parameters, Caller caller) throws ApiException, GalleryException {
    String sessionId = parameters.sessionId(caller.requestId());
    PersonId id = parameters.personId();
    caller.services().gallery().deletePerson(caller.account(), id);
    return new Data(sessionId, 1, id.value());
  }
}
