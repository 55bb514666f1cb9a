package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.score.Score;
import dev.mien.server.protocol.Api;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import dev.mien.server.protocol.Unsigned;
import dev.mien.vision.quality.QualityLevel;
import org.jspecify.annotations.Nullable;

/** Says how similar the faces of two pictures are, on a scale with the fixed threshold 70. */
@AutoService(Served.class)
public final class DetectFaceSimilarity
    implements IaiAction<DetectFaceSimilarity.Request, DetectFaceSimilarity.Response> {
  private static final ModelVersion VERSION = ModelVersion.V3_0;

  /** A false match rate of 0.01 % is a score of 50 for version 3.0, and of 70 here. */
  private static final double ABOVE_VERSION_3 = 20;

  /** What is sent. */
  public record Request(
      @Nullable String imageA,
      @Nullable String imageB,
      @Nullable String urlA,
      @Nullable String urlB,
      @Nullable @Unsigned Long qualityControl) {}

  /** What is answered. */
  public record Response(double score) {}

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
    QualityLevel quality = QualityControl.of(request.qualityControl());
    Probe one =
        Probe.first(
            call,
            Pictures.load(call, request.imageA(), request.urlA(), "ImageA"),
            FaceSelection.surest(false),
            quality);
    Probe other =
        Probe.first(
            call,
            Pictures.load(call, request.imageB(), request.urlB(), "ImageB"),
            FaceSelection.surest(false),
            quality);
    Score score =
        call.services()
            .gallery()
            .compare(VERSION, one.template(call, VERSION), other.template(call, VERSION));
    return new Response(Scores.onWire(rescaled(score)));
  }

  /** From version 3.0's line to this one's; a score of 0 says nothing of the rate and stays. */
  static Score rescaled(Score score) {
    return score.value() <= Score.MIN
        ? score
        : new Score(Math.min(Score.MAX, score.value() + ABOVE_VERSION_3));
  }
}
