package dev.mien.server.legacy;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.server.protocol.ApiException;
import dev.mien.vision.geometry.Point;
import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.FaceContours;
import java.util.ArrayList;
import java.util.List;

/** Tells where the parts of faces are: 88 points of each. */
@AutoService(LegacyCall.class)
public final class Shape implements LegacyCall {

  /** What is answered. */
  public record Data(
      String sessionId, long imageWidth, long imageHeight, List<FaceShape> faceShape) {}

  /** The points of a face, in the order of {@link FaceContours}. */
  public record FaceShape(
      List<Dot> faceProfile,
      List<Dot> leftEye,
      List<Dot> rightEye,
      List<Dot> leftEyebrow,
      List<Dot> rightEyebrow,
      List<Dot> mouth,
      List<Dot> nose) {

    static FaceShape of(FaceContours face) {
      return new FaceShape(
          Dot.all(face.profile()),
          Dot.all(face.leftEye()),
          Dot.all(face.rightEye()),
          Dot.all(face.leftBrow()),
          Dot.all(face.rightBrow()),
          Dot.all(face.mouth()),
          Dot.all(face.nose()));
    }
  }

  /** A point, in pixels. */
  public record Dot(long x, long y) {
    static List<Dot> all(List<Point> points) {
      return points.stream()
          .map(point -> new Dot(Math.round(point.x()), Math.round(point.y())))
          .toList();
    }
  }

  @Override
  public Record answer(Parameters parameters, Caller caller) throws ApiException, GalleryException {
    String sessionId = parameters.sessionId(caller.requestId());
    int max = FaceChoice.max(parameters);
    Image picture = Pictures.load(parameters, caller);
    List<FaceShape> shapes = new ArrayList<>();
    for (Probe probe : Probe.find(caller, picture, max)) {
      shapes.add(
          FaceShape.of(FaceContours.of(caller.services().faces().details(picture, probe.face()))));
    }
    return new Data(sessionId, picture.width(), picture.height(), shapes);
  }
}
