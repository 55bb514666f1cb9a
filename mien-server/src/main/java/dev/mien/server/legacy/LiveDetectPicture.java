package dev.mien.server.legacy;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.server.protocol.ApiException;
import dev.mien.vision.image.Image;
import dev.mien.vision.liveness.Liveness;
import dev.mien.vision.liveness.LivenessDetector;

/** Judges whether a picture was taken of a living face. */
@AutoService(LegacyCall.class)
public final class LiveDetectPicture implements LegacyCall {

  /** The score above which a face counts as alive, by the documents of this API. */
  private static final double THRESHOLD = 87;

  /** What is answered: 0 to 100. */
  public record Data(long score) {}

  @Override
  public Record answer(Parameters parameters, Caller caller) throws ApiException, GalleryException {
    Image picture = Pictures.load(parameters, caller);
    Probe probe = Probe.find(caller, picture, 1, LivenessDetector.MIN_FACE_SIZE).getFirst();
    Liveness liveness =
        caller
            .services()
            .faces()
            .liveness(picture, probe.face())
            .orElseThrow(() -> new ApiException(LegacyError.CALL_RETIRED, name()));
    return new Data((long) liveness.onScale(THRESHOLD));
  }
}
