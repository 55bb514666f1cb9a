package dev.mien.server.enrol;

import dev.mien.gallery.FaceLook;
import dev.mien.gallery.FaceTemplates;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.Quality;
import dev.mien.gallery.Template;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.attribute.FaceAttributes;
import dev.mien.vision.embed.Embedding;
import dev.mien.vision.geometry.Box;
import dev.mien.vision.image.Image;
import dev.mien.vision.landmark.Pose;
import dev.mien.vision.quality.FaceQuality;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** All that is kept of a face, because the picture is not. */
public final class KeptFace {
  /** The reference documents give pitch and yaw within this range. */
  private static final double TURN_DEGREES_MAX = 30;

  private static final double PERCENT = 100;

  private KeptFace() {}

  /**
   * What the embedders of all model versions make of a face, so that its group can change its
   * version later, how fit it is for recognition, and what people would see of it.
   *
   * @param quality the engine's of the face
   * @throws GalleryException if the engine has a model version that the gallery does not know
   */
  public static FaceTemplates of(FaceEngine engine, Image picture, Face face, FaceQuality quality)
      throws GalleryException {
    Map<ModelVersion, Template> templates = new EnumMap<>(ModelVersion.class);
    for (Map.Entry<String, Embedding> made : engine.embedAll(picture, face).entrySet()) {
      Embedding embedding = made.getValue();
      templates.put(
          ModelVersion.of(made.getKey()), new Template(embedding.embedderId(), embedding.vector()));
    }
    return new FaceTemplates(
        templates, Quality.of(quality.score()), Optional.of(look(engine, picture, face)));
  }

  /** Where a face is, how it is turned, and what the person looks like if the engine can tell. */
  public static FaceLook look(FaceEngine engine, Image picture, Face face) {
    return look(
        face,
        engine.hasAttributes()
            ? Optional.of(traits(engine.attributes(picture, face)))
            : Optional.empty());
  }

  /** Where a face is and how it is turned. */
  public static FaceLook place(Face face) {
    return look(face, Optional.empty());
  }

  private static FaceLook look(Face face, Optional<FaceLook.Traits> traits) {
    Box box = face.box();
    Pose pose = face.pose();
    return new FaceLook(
        rounded(box.x()),
        rounded(box.y()),
        rounded(box.width()),
        rounded(box.height()),
        turn(pose.pitch()),
        turn(pose.yaw()),
        rounded(pose.roll()),
        traits);
  }

  private static FaceLook.Traits traits(FaceAttributes attributes) {
    return new FaceLook.Traits(
        rounded(PERCENT * attributes.male()),
        rounded(attributes.ageYears()),
        rounded(PERCENT * attributes.smiling()),
        attributes.glasses().value() != FaceAttributes.Glasses.NONE);
  }

  private static int turn(double degrees) {
    return rounded(Math.clamp(degrees, -TURN_DEGREES_MAX, TURN_DEGREES_MAX));
  }

  private static int rounded(double value) {
    return (int) Math.round(value);
  }
}
