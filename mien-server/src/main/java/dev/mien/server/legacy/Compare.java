package dev.mien.server.legacy;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.Template;
import dev.mien.server.protocol.ApiException;

/** Says how similar the largest faces of two pictures are. */
@AutoService(LegacyCall.class)
public final class Compare implements LegacyCall {
  private static final ModelVersion VERSION = ModelVersion.V3_0;
  private static final int NONE_FAILED = 0;
  private static final int FIRST_FAILED = 1;
  private static final int SECOND_FAILED = 2;

  /** What is answered; the flag says which picture cannot be used, 1 or 2, else 0. */
  public record Data(String sessionId, double similarity, long failFlag) {}

  @Override
  public Record answer(Parameters parameters, Caller caller) throws ApiException, GalleryException {
    String sessionId = parameters.sessionId(caller.requestId());
    int failing = FIRST_FAILED;
    try {
      Template one = template(parameters, caller, "A");
      failing = SECOND_FAILED;
      Template other = template(parameters, caller, "B");
      double similarity = Scores.onWire(caller.services().gallery().compare(VERSION, one, other));
      return new Data(sessionId, similarity, NONE_FAILED);
    } catch (ApiException refused) {
      return new Refused(refused, new Data(sessionId, 0, failing));
    }
  }

  private static Template template(Parameters parameters, Caller caller, String letter)
      throws ApiException {
    var picture = Pictures.load(parameters, caller, "url" + letter, "image" + letter);
    return Probe.largest(caller, picture).template(caller, VERSION);
  }
}
