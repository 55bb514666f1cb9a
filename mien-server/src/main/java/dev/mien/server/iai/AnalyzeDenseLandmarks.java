package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.ModelVersion;
import dev.mien.server.iai.type.DenseFaceShape;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import dev.mien.server.protocol.Unsigned;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.DenseContours;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds 888 points of each face. */
@AutoService(Served.class)
public final class AnalyzeDenseLandmarks
    implements IaiAction<AnalyzeDenseLandmarks.Request, AnalyzeDenseLandmarks.Response> {
  private static final int FACES_MAX = 5;

  /** What is sent. */
  public record Request(
      @Nullable @Unsigned Long mode,
      @Nullable String image,
      @Nullable String url,
      @Nullable String faceModelVersion,
      @Nullable Long needRotateDetection) {}

  /** What is answered. */
  public record Response(
      long imageWidth,
      long imageHeight,
      List<DenseFaceShape> denseFaceShapeSet,
      String faceModelVersion) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    ModelVersion version = Versions.newest(request.faceModelVersion());
    FaceSelection selection =
        FaceSelection.byMode(request.mode(), FACES_MAX, request.needRotateDetection());
    Image picture = Pictures.load(call, request.image(), request.url());
    FaceEngine engine = call.services().faces();
    List<DenseFaceShape> shapes = new ArrayList<>();
    for (Face face : selection.find(call, picture)) {
      shapes.add(DenseFaceShape.of(face.box(), DenseContours.of(engine.details(picture, face))));
    }
    return new Response(picture.width(), picture.height(), shapes, version.text());
  }
}
