package dev.mien.server.legacy;

import com.google.auto.service.AutoService;
import dev.mien.gallery.Gallery;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.PersonId;
import dev.mien.gallery.score.Score;
import dev.mien.server.protocol.ApiException;

/** Says whether the largest face of a picture is that of a person. */
@AutoService(LegacyCall.class)
public final class Verify implements LegacyCall {

  /** What is answered. */
  public record Data(String sessionId, double confidence, boolean ismatch) {}

  @Override
  public Record answer(Parameters parameters, Caller caller) throws ApiException, GalleryException {
    String sessionId = parameters.sessionId(caller.requestId());
    PersonId id = parameters.personId();
    Gallery gallery = caller.services().gallery();
    ModelVersion version = gallery.person(caller.account(), id).modelVersion();
    Probe probe = Probe.largest(caller, Pictures.load(parameters, caller));
    Score score = gallery.verifyFace(caller.account(), id, probe.template(caller, version));
    return new Data(sessionId, Scores.onWire(score), Scores.isMatch(score, version));
  }
}
