package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.ModelVersion;
import dev.mien.server.iai.type.FaceShape;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import dev.mien.server.protocol.Unsigned;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.FaceContours;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds 90 points of each face: its outline, brows, eyes, pupils, nose and mouth. */
@AutoService(Served.class)
public final class AnalyzeFace implements IaiAction<AnalyzeFace.Request, AnalyzeFace.Response> {
  private static final int FACES_MAX = 10;

  /** What is sent. */
  public record Request(
      @Nullable @Unsigned Long mode,
      @Nullable String image,
      @Nullable String url,
      @Nullable String faceModelVersion,
      @Nullable @Unsigned Long needRotateDetection) {}

  /** What is answered. */
  public record Response(
      long imageWidth, long imageHeight, List<FaceShape> faceShapeSet, String faceModelVersion) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    ModelVersion version = Versions.of(request.faceModelVersion());
    FaceSelection selection =
        FaceSelection.byMode(request.mode(), FACES_MAX, request.needRotateDetection());
    Image picture = Pictures.load(call, request.image(), request.url());
    FaceEngine engine = call.services().faces();
    List<FaceShape> shapes = new ArrayList<>();
    for (Face face : selection.find(call, picture)) {
      shapes.add(FaceShape.of(FaceContours.of(engine.details(picture, face))));
    }
    return new Response(picture.width(), picture.height(), shapes, version.text());
  }
}
