package dev.mien.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one face looks like to the embedder of each model version, made of the same picture. The
 * gallery compares with that of a person's version and keeps the others, so that the person's group
 * can change its version without the picture, which nobody keeps.
 *
 * @param byVersion at least one; each made by the embedder of its version
 * @param quality how fit the face is for recognition, by which it is weighed among its person's
 * @param look what people would see of the face, if that is to be kept too
 */
public record FaceTemplates(
    Map<ModelVersion, Template> byVersion, Quality quality, Optional<FaceLook> look) {
  /** A face of unknown quality whose look is not kept. */
  public FaceTemplates(Map<ModelVersion, Template> byVersion) {
    this(byVersion, Quality.UNKNOWN, Optional.empty());
  }

  /** Copies the map; an empty one is refused with {@link IllegalArgumentException}. */
  public FaceTemplates {
    byVersion = Map.copyOf(byVersion);
    if (byVersion.isEmpty()) {
      throw new IllegalArgumentException("a face has at least one template");
    }
  }

  /**
   * A face of unknown quality that only one version knows: its group can never change to another.
   */
  public static FaceTemplates of(ModelVersion version, Template template) {
    return new FaceTemplates(Map.of(version, template));
  }

  /**
   * The template of a version.
   *
   * @throws IllegalArgumentException if there is none
   */
  Template of(ModelVersion version) {
    Template template = byVersion.get(version);
    if (template == null) {
      throw new IllegalArgumentException("no template of version " + version.text());
    }
    return template;
  }

  /** The changes that keep, of a face that has been added, what other versions and people see. */
  List<Change> kept(PersonId person, FaceId face, ModelVersion own) {
    List<Change> kept = new ArrayList<>();
    look.ifPresent(seen -> kept.add(new Change.LookKept(person, face, seen)));
    byVersion.keySet().stream()
        .sorted()
        .filter(version -> version != own)
        .map(version -> new Change.TemplateKept(person, face, version, of(version)))
        .forEach(kept::add);
    return kept;
  }
}
