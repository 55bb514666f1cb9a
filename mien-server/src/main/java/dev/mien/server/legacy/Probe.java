package dev.mien.server.legacy;

import dev.mien.gallery.FaceTemplates;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.Template;
import dev.mien.server.enrol.KeptFace;
import dev.mien.server.protocol.ApiException;
import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.embed.Embedding;
import dev.mien.vision.image.Image;
import java.util.List;

/** A face in a picture, to be enrolled or compared. */
record Probe(Image picture, Face face) {
  /**
   * The largest faces of a picture, the largest first: at least one, or {@link
   * LegacyError#NO_FACE}. The API has no parameter for faces that lie on the side or upside down:
   * they are looked for where no face is upright.
   */
  static List<Probe> find(Caller caller, Image picture, int max) throws ApiException {
    return find(caller, picture, max, DetectOptions.RECOGNISABLE_FACE_SIZE);
  }

  /** Like {@link #find(Caller, Image, int)}, of faces of at least a size in pixels. */
  static List<Probe> find(Caller caller, Image picture, int max, int minSize) throws ApiException {
    List<Face> faces = faces(caller, picture, new DetectOptions(max, minSize, false));
    if (faces.isEmpty()) {
      faces = faces(caller, picture, new DetectOptions(max, minSize, true));
    }
    if (faces.isEmpty()) {
      throw new ApiException(LegacyError.NO_FACE, minSize);
    }
    return faces.stream().map(face -> new Probe(picture, face)).toList();
  }

  private static List<Face> faces(Caller caller, Image picture, DetectOptions options) {
    return caller.services().faces().detect(picture, options);
  }

  /** The largest face of a picture. */
  static Probe largest(Caller caller, Image picture) throws ApiException {
    return find(caller, picture, 1).getFirst();
  }

  /** What the embedder of a model version makes of the face. */
  Template template(Caller caller, ModelVersion version) {
    Embedding embedding = caller.services().faces().embed(picture, face, version.text());
    return new Template(embedding.embedderId(), embedding.vector());
  }

  /** All that is kept of the face when it is enrolled. */
  FaceTemplates kept(Caller caller) throws GalleryException {
    FaceEngine engine = caller.services().faces();
    return KeptFace.of(engine, picture, face, engine.quality(picture, face));
  }
}
