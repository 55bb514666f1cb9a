package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.score.Score;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.CommonError;
import dev.mien.server.protocol.Served;
import dev.mien.server.protocol.Unsigned;
import dev.mien.vision.quality.QualityLevel;
import org.jspecify.annotations.Nullable;

/** Says how similar the faces of two pictures are. */
@AutoService(Served.class)
public final class CompareFace implements IaiAction<CompareFace.Request, CompareFace.Response> {

  /** What is sent. */
  public record Request(
      @Nullable String imageA,
      @Nullable String imageB,
      @Nullable String urlA,
      @Nullable String urlB,
      @Nullable String faceModelVersion,
      @Nullable @Unsigned Long qualityControl,
      @Nullable @Unsigned Long needRotateDetection,
      @Nullable @Unsigned Long faceMatchingStrategy) {}

  /** What is answered. */
  public record Response(double score, String faceModelVersion) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    ModelVersion version = Versions.of(request.faceModelVersion());
    QualityLevel quality = QualityControl.of(request.qualityControl());
    boolean rotated = Parameters.flag("NeedRotateDetection", request.needRotateDetection());
    FaceSelection selection =
        countsLargest(request, call)
            ? FaceSelection.largest(rotated)
            : FaceSelection.surest(rotated);
    Probe one =
        Probe.first(
            call,
            Pictures.load(call, request.imageA(), request.urlA(), "ImageA"),
            selection,
            quality);
    Probe other =
        Probe.first(
            call,
            Pictures.load(call, request.imageB(), request.urlB(), "ImageB"),
            selection,
            quality);
    Score score =
        call.services()
            .gallery()
            .compare(version, one.template(call, version), other.template(call, version));
    return new Response(Scores.onWire(score), version.text());
  }

  /** Version 2018-03-01 has no FaceMatchingStrategy: there, the largest face always counts. */
  private static boolean countsLargest(Request request, Call call) throws ApiException {
    if (!call.version().equals(IaiAction.VERSION_2018)) {
      return Parameters.flag("FaceMatchingStrategy", request.faceMatchingStrategy());
    }
    if (request.faceMatchingStrategy() != null) {
      throw new ApiException(CommonError.UNKNOWN_PARAMETER, "FaceMatchingStrategy");
    }
    return true;
  }
}
