package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.score.Calibration;
import dev.mien.gallery.score.Score;
import dev.mien.gallery.score.ScoreLine;
import dev.mien.server.protocol.Api;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import dev.mien.server.protocol.Unsigned;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.embed.EmbedderInfo;
import dev.mien.vision.embed.Embedding;
import dev.mien.vision.embed.MaskTolerance;
import dev.mien.vision.quality.FacePart;
import dev.mien.vision.quality.QualityLevel;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Says how similar the faces of two pictures are, of which one or both may wear a mask. Faces
 * without one are compared as CompareFace does.
 */
@AutoService(Served.class)
public final class CompareMaskFace
    implements IaiAction<CompareMaskFace.Request, CompareMaskFace.Response> {
  /** What a mask covers; QualityControl does not hold it against a face here. */
  private static final Set<FacePart> UNDER_A_MASK =
      EnumSet.of(FacePart.NOSE, FacePart.CHEEK, FacePart.MOUTH, FacePart.CHIN);

  /** What is sent. */
  public record Request(
      @Nullable String imageA,
      @Nullable String imageB,
      @Nullable String urlA,
      @Nullable String urlB,
      @Nullable String faceModelVersion,
      @Nullable @Unsigned Long qualityControl) {}

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
    QualityLevel quality = QualityControl.of(request.qualityControl());
    FaceSelection selection = FaceSelection.largest(false);
    Probe one =
        Probe.first(
            call,
            Pictures.load(call, request.imageA(), request.urlA(), "ImageA"),
            selection,
            quality,
            UNDER_A_MASK);
    Probe other =
        Probe.first(
            call,
            Pictures.load(call, request.imageB(), request.urlB(), "ImageB"),
            selection,
            quality,
            UNDER_A_MASK);
    return new Response(Scores.onWire(score(call, version, one, other)), version.text());
  }

  private static Score score(Call call, ModelVersion version, Probe one, Probe other)
      throws GalleryException {
    FaceEngine engine = call.services().faces();
    Optional<EmbedderInfo> calibration = MaskTolerance.calibration(engine.embedder(version.text()));
    if (calibration.isEmpty() || !(isMasked(call, one) || isMasked(call, other))) {
      return call.services()
          .gallery()
          .compare(version, one.template(call, version), other.template(call, version));
    }
    double whole =
        engine
            .embed(one.picture(), one.face(), version.text())
            .similarity(engine.embed(other.picture(), other.face(), version.text()));
    Embedding upper = engine.embedUpperFace(one.picture(), one.face(), version.text());
    double similarity =
        MaskTolerance.similarity(
            whole,
            upper.similarity(engine.embedUpperFace(other.picture(), other.face(), version.text())));
    return ScoreLine.FROM_10.score(calibration(calibration.get()).falseMatchRate(similarity));
  }

  private static boolean isMasked(Call call, Probe probe) {
    return probe.quality(call).completeness().isIncomplete(FacePart.MOUTH);
  }

  private static Calibration calibration(EmbedderInfo info) {
    double[] similarities = info.similarities();
    double[] logRates = info.log10FalseMatchRates();
    return new Calibration(
        IntStream.range(0, similarities.length)
            .mapToObj(i -> new Calibration.Point(similarities[i], Math.pow(10, logRates[i])))
            .toList());
  }
}
