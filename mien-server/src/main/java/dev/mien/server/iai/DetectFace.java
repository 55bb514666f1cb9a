package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.ModelVersion;
import dev.mien.server.iai.type.FaceAttributesInfo;
import dev.mien.server.iai.type.FaceInfo;
import dev.mien.server.iai.type.FaceQualityInfo;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import dev.mien.server.protocol.Unsigned;
import dev.mien.vision.Face;
import dev.mien.vision.image.Image;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds faces: where they are and, if asked for, what they look like and how good the picture is.
 */
@AutoService(Served.class)
public final class DetectFace implements IaiAction<DetectFace.Request, DetectFace.Response> {
  private static final int FACES_MAX = 120;

  /** Attributes are given for the largest so many faces, quality for so many. */
  private static final int FACES_ANALYSED_MAX = 5;

  private static final int FACES_ASSESSED_MAX = 30;

  /** What is sent. */
  public record Request(
      @Nullable @Unsigned Long maxFaceNum,
      @Nullable @Unsigned Long minFaceSize,
      @Nullable String image,
      @Nullable String url,
      @Nullable @Unsigned Long needFaceAttributes,
      @Nullable @Unsigned Long needQualityDetection,
      @Nullable String faceModelVersion,
      @Nullable @Unsigned Long needRotateDetection) {}

  /** What is answered. */
  public record Response(
      long imageWidth, long imageHeight, List<FaceInfo> faceInfos, String faceModelVersion) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    ModelVersion version = Versions.of(request.faceModelVersion());
    FaceSelection selection =
        new FaceSelection(
            Parameters.maxFaces(request.maxFaceNum(), FACES_MAX, IaiError.ERROR_FACE_NUM_EXCEED),
            Parameters.minFaceSize(request.minFaceSize()),
            Parameters.flag("NeedRotateDetection", request.needRotateDetection()));
    Image picture = Pictures.load(call, request.image(), request.url());
    List<FaceInfo> infos = new ArrayList<>();
    for (Face face : selection.find(call, picture)) {
      boolean analysed =
          Parameters.isOne(request.needFaceAttributes()) && infos.size() < FACES_ANALYSED_MAX;
      boolean assessed =
          Parameters.isOne(request.needQualityDetection()) && infos.size() < FACES_ASSESSED_MAX;
      infos.add(
          FaceInfo.of(
              face.box(),
              analysed
                  ? FaceDetails.brief(call.services().faces(), picture, face)
                  : FaceAttributesInfo.NONE,
              assessed
                  ? FaceQualityInfo.of(call.services().faces().quality(picture, face))
                  : FaceQualityInfo.NONE));
    }
    return new Response(picture.width(), picture.height(), infos, version.text());
  }
}
