package dev.mien.server.iai;

import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.vision.Face;
import dev.mien.vision.image.Image;
import dev.mien.vision.liveness.Liveness;
import dev.mien.vision.liveness.LivenessDetector;
import org.jspecify.annotations.Nullable;

/** What the actions on liveness share: the largest face of a picture, large enough to be judged. */
final class LiveFaces {
  private LiveFaces() {}

  static Liveness judge(Call call, @Nullable String image, @Nullable String url)
      throws ApiException {
    Image picture = Pictures.load(call, image, url);
    Face face = FaceSelection.largest(false).find(call, picture).getFirst();
    long width = Math.round(face.box().width());
    long height = Math.round(face.box().height());
    if (Math.min(width, height) < LivenessDetector.MIN_FACE_SIZE) {
      throw new ApiException(
          IaiError.FACE_TOO_SMALL_FOR_LIVENESS, width, height, LivenessDetector.MIN_FACE_SIZE);
    }
    return call.services()
        .faces()
        .liveness(picture, face)
        .orElseThrow(() -> new ApiException(IaiError.LIVENESS_NOT_IN_PACK));
  }
}
