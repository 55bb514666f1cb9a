package dev.mien.server.iai;

import dev.mien.gallery.FaceTemplates;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.Template;
import dev.mien.server.iai.type.FaceRect;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.vision.Face;
import dev.mien.vision.embed.Embedding;
import dev.mien.vision.image.Image;
import java.util.EnumMap;
import java.util.Map;

/** A face in a picture, to be enrolled or compared. */
record Probe(Image picture, Face face) {

  /** The selection's first face, if it meets the quality asked for. */
  static Probe first(Call call, Image picture, FaceSelection selection, QualityControl quality)
      throws ApiException {
    Probe probe = new Probe(picture, selection.find(call, picture).getFirst());
    if (!quality.accepts(probe)) {
      throw new ApiException(IaiError.FACE_QUALITY_NOT_QUALIFIED);
    }
    return probe;
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
   * change its version later, when the picture is gone.
   */
  FaceTemplates templates(Call call) throws GalleryException {
    Map<ModelVersion, Template> templates = new EnumMap<>(ModelVersion.class);
    for (Map.Entry<String, Embedding> entry :
        call.services().faces().embedAll(picture, face).entrySet()) {
      templates.put(ModelVersion.of(entry.getKey()), template(entry.getValue()));
    }
    return new FaceTemplates(templates);
  }

  FaceRect rect() {
    return FaceRect.of(face.box());
  }
}
