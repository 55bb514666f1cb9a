package dev.mien.server.iai;

import dev.mien.gallery.FaceTemplates;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.Template;
import dev.mien.server.enrol.KeptFace;
import dev.mien.server.iai.type.FaceRect;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.vision.Face;
import dev.mien.vision.embed.Embedding;
import dev.mien.vision.image.Image;
import dev.mien.vision.quality.FacePart;
import dev.mien.vision.quality.FaceQuality;
import dev.mien.vision.quality.QualityLevel;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A face in a picture, to be enrolled or compared. Belongs to one thread. */
final class Probe {
  private final Image picture;
  private final Face face;

  /** Null until somebody asks. */
  private @Nullable FaceQuality quality;

  Probe(Image picture, Face face) {
    this.picture = picture;
    this.face = face;
  }

  Image picture() {
    return picture;
  }

  Face face() {
    return face;
  }

  /** How fit the face is for recognition; looked at once. */
  FaceQuality quality(Call call) {
    FaceQuality known = quality;
    if (known == null) {
      known = call.services().faces().quality(picture, face);
      quality = known;
    }
    return known;
  }

  /** The selection's first face, if it meets the quality asked for. */
  static Probe first(Call call, Image picture, FaceSelection selection, QualityLevel quality)
      throws ApiException {
    return first(call, picture, selection, quality, Set.of());
  }

  /**
   * The selection's first face, if it meets the quality asked for.
   *
   * @param coverable parts of the face that may be covered
   */
  static Probe first(
      Call call,
      Image picture,
      FaceSelection selection,
      QualityLevel quality,
      Set<FacePart> coverable)
      throws ApiException {
    Probe probe = new Probe(picture, selection.find(call, picture).getFirst());
    Optional<String> refusal = probe.refusal(call, quality, coverable);
    if (refusal.isPresent()) {
      throw new ApiException(IaiError.FACE_QUALITY_NOT_QUALIFIED, quality.level(), refusal.get());
    }
    return probe;
  }

  /** What is wrong with the face if that is more than allowed; see {@link QualityLevel}. */
  Optional<String> refusal(Call call, QualityLevel level, Set<FacePart> coverable) {
    return level.acceptsEverything() ? Optional.empty() : level.refusal(quality(call), coverable);
  }

  /** What the embedder of a model version makes of the face. */
  Template template(Call call, ModelVersion version) {
    return template(call.services().faces().embed(picture, face, version.text()));
  }

  private static Template template(Embedding embedding) {
    return new Template(embedding.embedderId(), embedding.vector());
  }

  /**
   * What the embedders of all model versions make of the face: for enrolment, so that the group can
   * change its version later, when the picture is gone; and what else is kept of it.
   */
  FaceTemplates templates(Call call) throws GalleryException {
    return KeptFace.of(call.services().faces(), picture, face, quality(call));
  }

  FaceRect rect() {
    return FaceRect.of(face.box());
  }
}
