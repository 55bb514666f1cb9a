package dev.mien.server.legacy;

import com.google.auto.service.AutoService;
import dev.mien.gallery.FaceId;
import dev.mien.gallery.FaceLook;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.KnownFace;
import dev.mien.server.protocol.ApiException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what a face looked like when it was enrolled. */
@AutoService(LegacyCall.class)
public final class GetFaceInfo implements LegacyCall {

  /** What is answered. */
  public record Data(FaceInfo faceInfo) {}

  /** A face; what was not kept of it is null. */
  public record FaceInfo(
      String faceId,
      @Nullable Integer x,
      @Nullable Integer y,
      @Nullable Double width,
      @Nullable Double height,
      @Nullable Integer gender,
      @Nullable Integer age,
      @Nullable Integer expression,
      @Nullable Boolean glass,
      @Nullable Integer pitch,
      @Nullable Integer yaw,
      @Nullable Integer roll) {

    static FaceInfo of(KnownFace face) {
      Optional<FaceLook> look = face.look();
      Optional<FaceLook.Traits> traits = look.flatMap(FaceLook::traits);
      return new FaceInfo(
          face.id().toString(),
          look.map(FaceLook::x).orElse(null),
          look.map(FaceLook::y).orElse(null),
          look.map(seen -> (double) seen.width()).orElse(null),
          look.map(seen -> (double) seen.height()).orElse(null),
          traits.map(FaceLook.Traits::gender).orElse(null),
          traits.map(FaceLook.Traits::age).orElse(null),
          traits.map(FaceLook.Traits::smile).orElse(null),
          traits.map(FaceLook.Traits::glasses).orElse(null),
          look.map(FaceLook::pitch).orElse(null),
          look.map(FaceLook::yaw).orElse(null),
          look.map(FaceLook::roll).orElse(null));
    }
  }

  @Override
  public Record answer(Parameters parameters, Caller caller) throws ApiException, GalleryException {
    String text = parameters.required("face_id");
    FaceId id =
        FaceId.parse(text).orElseThrow(() -> new ApiException(LegacyError.FACE_UNKNOWN, "face_id"));
    return new Data(FaceInfo.of(caller.services().gallery().face(caller.account(), id)));
  }
}
