package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.Gallery;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.PersonId;
import dev.mien.gallery.score.Score;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import dev.mien.server.protocol.Unsigned;
import dev.mien.vision.quality.QualityLevel;
import org.jspecify.annotations.Nullable;

/** Says whether a face is that of a person, whose faces count as one. */
@AutoService(Served.class)
public final class VerifyPerson implements IaiAction<VerifyPerson.Request, VerifyPerson.Response> {
  /** The fixed score from which a face counts as the person's. */
  private static final Score MATCH = new Score(60);

  /** What is sent. */
  public record Request(
      String personId,
      @Nullable String image,
      @Nullable String url,
      @Nullable @Unsigned Long qualityControl,
      @Nullable @Unsigned Long needRotateDetection) {}

  /** What is answered. */
  public record Response(double score, boolean isMatch, String faceModelVersion) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    PersonId personId = PersonId.of(request.personId());
    QualityLevel quality = QualityControl.of(request.qualityControl());
    FaceSelection selection =
        FaceSelection.largest(
            Parameters.flag("NeedRotateDetection", request.needRotateDetection()));
    Gallery gallery = call.services().gallery();
    ModelVersion version = gallery.person(call.account(), personId).modelVersion();
    Probe probe =
        Probe.first(call, Pictures.load(call, request.image(), request.url()), selection, quality);
    Score score = gallery.verifyPerson(call.account(), personId, probe.template(call, version));
    return new Response(Scores.onWire(score), score.reaches(MATCH), version.text());
  }
}
