package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.ModelVersion;
import dev.mien.server.protocol.Api;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import org.jspecify.annotations.Nullable;

/** Judges whether a picture was taken of a living face; the score's threshold is 40. */
@AutoService(Served.class)
public final class DetectLiveFaceAccurate
    implements IaiAction<DetectLiveFaceAccurate.Request, DetectLiveFaceAccurate.Response> {

  /** What is sent. */
  public record Request(
      @Nullable String image, @Nullable String url, @Nullable String faceModelVersion) {}

  /** What is answered. */
  public record Response(double score, String faceModelVersion) {}

  @Override
  public Api api() {
    return API_2020;
  }

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    ModelVersion version = Versions.newest(request.faceModelVersion());
    double score = LiveFaces.judge(call, request.image(), request.url()).score();
    return new Response(Scores.onWire(score), version.text());
  }
}
