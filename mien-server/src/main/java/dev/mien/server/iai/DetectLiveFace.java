package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.ModelVersion;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import dev.mien.vision.liveness.Liveness;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether a picture was taken of a living face, on the scale of the older API, whose
 * threshold is 87. It is the same judgement as {@link DetectLiveFaceAccurate}'s.
 */
@AutoService(Served.class)
public final class DetectLiveFace
    implements IaiAction<DetectLiveFace.Request, DetectLiveFace.Response> {
  /** The score above which a face counts as alive here. */
  private static final double THRESHOLD = 87;

  private static final double SCORE_MAX = 100;

  /** What is sent. */
  public record Request(
      @Nullable String image, @Nullable String url, @Nullable String faceModelVersion) {}

  /** What is answered. */
  public record Response(double score, String faceModelVersion, boolean isLiveness) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    ModelVersion version = Versions.of(request.faceModelVersion());
    double score =
        Scores.onWire(rescaled(LiveFaces.judge(call, request.image(), request.url()).score()));
    return new Response(score, version.text(), score > THRESHOLD);
  }

  /** Straight from 0 to the one threshold to the other, and from there to 100. */
  static double rescaled(double score) {
    double threshold = Liveness.LIVE_FROM;
    return score < threshold
        ? score * THRESHOLD / threshold
        : THRESHOLD + (score - threshold) * (SCORE_MAX - THRESHOLD) / (SCORE_MAX - threshold);
  }
}
