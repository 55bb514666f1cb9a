package dev.mien.server.iai;

import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.image.Image;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which faces of a picture an action works on.
 *
 * @param maxFaces the largest so many
 * @param minFaceSize smallest width and height, in pixels
 * @param rotated whether faces may be upside down or lie on the side
 * @param order which of them comes first
 */
record FaceSelection(int maxFaces, int minFaceSize, boolean rotated, Order order) {

  /**
   * Faces among which the surest is looked for: a smaller one is hardly what the picture is about.
   */
  private static final int FACES_TO_CHOOSE_FROM = 5;

  /** What comes first. */
  enum Order {
    /** The face that covers most pixels. */
    LARGEST_FIRST,
    /** The face that is most certainly one. */
    SUREST_FIRST
  }

  /** The largest faces of at least a size. */
  FaceSelection(int maxFaces, int minFaceSize, boolean rotated) {
    this(maxFaces, minFaceSize, rotated, Order.LARGEST_FIRST);
  }

  /** The largest face that can be recognised. */
  static FaceSelection largest(boolean rotated) {
    return new FaceSelection(1, DetectOptions.RECOGNISABLE_FACE_SIZE, rotated);
  }

  /** The surest of the largest faces that can be recognised. */
  static FaceSelection surest(boolean rotated) {
    return new FaceSelection(
        FACES_TO_CHOOSE_FROM, DetectOptions.RECOGNISABLE_FACE_SIZE, rotated, Order.SUREST_FIRST);
  }

  /**
   * The parameters Mode and NeedRotateDetection of the actions that find points.
   *
   * @param mode 0, its default, for all faces and 1 for the largest
   * @param maxFaces how many all are at most
   * @throws ApiException if a parameter is neither 0 nor 1
   */
  static FaceSelection byMode(@Nullable Long mode, int maxFaces, @Nullable Long rotated)
      throws ApiException {
    boolean largest = Parameters.flag("Mode", mode);
    return new FaceSelection(
        largest ? 1 : maxFaces,
        DetectOptions.RECOGNISABLE_FACE_SIZE,
        Parameters.flag("NeedRotateDetection", rotated));
  }

  /**
   * Finds them.
   *
   * @return at least one
   * @throws ApiException if there is none: {@code NoFaceInPhoto}, or {@code FaceSizeTooSmall} if
   *     there are only smaller ones
   */
  List<Face> find(Call call, Image picture) throws ApiException {
    FaceEngine engine = call.services().faces();
    List<Face> faces = engine.detect(picture, new DetectOptions(maxFaces, minFaceSize, rotated));
    if (!faces.isEmpty()) {
      return switch (order) {
        case LARGEST_FIRST -> faces;
        case SUREST_FIRST ->
            faces.stream().sorted(Comparator.comparingDouble(Face::confidence).reversed()).toList();
      };
    }
    boolean smallOnes = !engine.detect(picture, new DetectOptions(1, 1, rotated)).isEmpty();
    throw smallOnes
        ? new ApiException(IaiError.FACE_SIZE_TOO_SMALL, minFaceSize)
        : new ApiException(IaiError.NO_FACE_IN_PHOTO);
  }
}
