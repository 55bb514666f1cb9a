package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.ModelVersion;
import dev.mien.server.iai.type.FaceDetailAttributesInfo;
import dev.mien.server.iai.type.FaceDetailInfo;
import dev.mien.server.iai.type.FaceRect;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import dev.mien.server.protocol.Unsigned;
import dev.mien.vision.Face;
import dev.mien.vision.image.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds faces and tells what they look like, as far as is asked for. */
@AutoService(Served.class)
public final class DetectFaceAttributes
    implements IaiAction<DetectFaceAttributes.Request, DetectFaceAttributes.Response> {
  private static final int FACES_MAX = 120;

  /** Attributes are given for the largest so many faces. */
  private static final int FACES_ANALYSED_MAX = 5;

  /** What is sent. */
  public record Request(
      @Nullable @Unsigned Long maxFaceNum,
      @Nullable String image,
      @Nullable String url,
      @Nullable String faceAttributesType,
      @Nullable @Unsigned Long needRotateDetection,
      @Nullable String faceModelVersion) {}

  /** What is answered. */
  public record Response(
      @Unsigned long imageWidth,
      @Unsigned long imageHeight,
      List<FaceDetailInfo> faceDetailInfos,
      String faceModelVersion) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    ModelVersion version = Versions.newest(request.faceModelVersion());
    Set<AttributeType> types = AttributeType.parse(request.faceAttributesType());
    FaceSelection selection =
        new FaceSelection(
            Parameters.maxFaces(request.maxFaceNum(), FACES_MAX, IaiError.ERROR_FACE_NUM_EXCEED),
            Parameters.minFaceSize(null),
            Parameters.flag("NeedRotateDetection", request.needRotateDetection()));
    Image picture = Pictures.load(call, request.image(), request.url());
    List<FaceDetailInfo> infos = new ArrayList<>();
    for (Face face : selection.find(call, picture)) {
      FaceDetailAttributesInfo attributes =
          infos.size() < FACES_ANALYSED_MAX
              ? FaceDetails.of(call.services().faces(), picture, face, types)
              : FaceDetailAttributesInfo.NONE;
      infos.add(new FaceDetailInfo(FaceRect.of(face.box()), attributes));
    }
    return new Response(picture.width(), picture.height(), infos, version.text());
  }
}
