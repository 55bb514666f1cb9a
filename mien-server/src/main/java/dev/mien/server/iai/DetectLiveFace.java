package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.ModelVersion;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
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
        Scores.onWire(LiveFaces.judge(call, request.image(), request.url()).onScale(THRESHOLD));
    return new Response(score, version.text(), score > THRESHOLD);
  }
}
