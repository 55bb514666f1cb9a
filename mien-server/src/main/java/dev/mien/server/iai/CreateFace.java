package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.FaceAddition;
import dev.mien.gallery.FaceTemplates;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.PersonId;
import dev.mien.gallery.score.Score;
import dev.mien.server.iai.type.FaceRect;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import dev.mien.server.protocol.Unsigned;
import dev.mien.vision.image.Image;
import dev.mien.vision.quality.QualityLevel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives a person more faces. */
@AutoService(Served.class)
public final class CreateFace implements IaiAction<CreateFace.Request, CreateFace.Response> {
  private static final double THRESHOLD_DEFAULT = 60;

  /** Pictures in one request, checked before any of them is read. */
  private static final int PICTURES_MAX = 4;

  /** What is sent. */
  public record Request(
      String personId,
      @Nullable List<String> images,
      @Nullable List<String> urls,
      @Nullable Double faceMatchThreshold,
      @Nullable @Unsigned Long qualityControl,
      @Nullable @Unsigned Long needRotateDetection) {}

  /** What is answered. */
  public record Response(
      long sucFaceNum,
      List<String> sucFaceIds,
      List<Long> retCode,
      List<Long> sucIndexes,
      List<FaceRect> sucFaceRects,
      String faceModelVersion) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    PersonId personId = PersonId.of(request.personId());
    Score threshold =
        new Score(Parameters.threshold(request.faceMatchThreshold(), THRESHOLD_DEFAULT));
    QualityLevel quality = QualityControl.of(request.qualityControl());
    FaceSelection selection =
        FaceSelection.largest(
            Parameters.flag("NeedRotateDetection", request.needRotateDetection()));
    List<Source> sources = sources(request);
    ModelVersion version =
        call.services().gallery().person(call.account(), personId).modelVersion();
    List<Long> codes = new ArrayList<>(Collections.nCopies(sources.size(), RetCode.OK));
    List<Found> found = find(call, sources, selection, quality, codes);
    List<FaceTemplates> templates = new ArrayList<>(found.size());
    for (Found face : found) {
      templates.add(face.probe().templates(call));
    }
    List<FaceAddition> additions =
        call.services()
            .gallery()
            .addFaces(call.account(), personId, templates, Optional.of(threshold));
    return describe(found, additions, codes, version);
  }

  /** A face that can be added, and which of the pictures it is from. */
  private record Found(int index, Probe probe) {}

  /** The face of each picture that can be used; the others get their code. */
  private static List<Found> find(
      Call call,
      List<Source> sources,
      FaceSelection selection,
      QualityLevel quality,
      List<Long> codes)
      throws ApiException {
    List<Found> found = new ArrayList<>(sources.size());
    for (int i = 0; i < sources.size(); i++) {
      try {
        Image picture = Pictures.load(call, sources.get(i).image(), sources.get(i).url());
        found.add(new Found(i, Probe.first(call, picture, selection, quality)));
      } catch (ApiException refused) {
        codes.set(i, RetCode.of(refused));
      }
    }
    return found;
  }

  private static Response describe(
      List<Found> found, List<FaceAddition> additions, List<Long> codes, ModelVersion version) {
    List<String> faceIds = new ArrayList<>();
    List<Long> indexes = new ArrayList<>();
    List<FaceRect> rects = new ArrayList<>();
    for (int i = 0; i < additions.size(); i++) {
      int index = found.get(i).index();
      switch (additions.get(i)) {
        case FaceAddition.Added added -> {
          faceIds.add(added.faceId().toString());
          indexes.add((long) index);
          rects.add(found.get(i).probe().rect());
        }
        case FaceAddition.TooDissimilar _ -> codes.set(index, RetCode.TOO_DISSIMILAR);
      }
    }
    return new Response(faceIds.size(), faceIds, codes, indexes, rects, version.text());
  }

  /** Where one picture comes from: exactly one of both. */
  private record Source(@Nullable String image, @Nullable String url) {}

  private static List<Source> sources(Request request) throws ApiException {
    List<String> urls = request.urls();
    List<String> images = request.images();
    List<Source> sources =
        urls != null && !urls.isEmpty()
            ? urls.stream().map(url -> new Source(null, url)).toList()
            : images == null
                ? List.of()
                : images.stream().map(image -> new Source(image, null)).toList();
    Parameters.requireAny("Images", sources);
    if (sources.size() > PICTURES_MAX) {
      throw new ApiException(IaiError.UPLOAD_FACE_NUM_EXCEED, PICTURES_MAX);
    }
    return sources;
  }
}
