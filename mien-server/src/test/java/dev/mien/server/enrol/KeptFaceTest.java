package dev.mien.server.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.Enrolment;
import dev.mien.gallery.FaceTemplates;
import dev.mien.gallery.Gallery;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GalleryLimits;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.ModelVersions;
import dev.mien.gallery.NewGroup;
import dev.mien.gallery.PersonId;
import dev.mien.gallery.Quality;
import dev.mien.gallery.SearchOptions;
import dev.mien.gallery.Template;
import dev.mien.gallery.index.IndexResources;
import dev.mien.gallery.score.Calibration;
import dev.mien.gallery.score.Calibrations;
import dev.mien.gallery.score.Score;
import dev.mien.gallery.store.InMemoryGalleryStore;
import dev.mien.server.it.Photos;
import dev.mien.vision.DetectOptions;
import dev.mien.vision.EngineOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.damage.Degradations;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.ImageDecoder;
import dev.mien.vision.image.ImageLimits;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.quality.FaceQuality;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What enrolment keeps of faces that the real nets see, and what comes of it. */
class KeptFaceTest {
  private static final AccountId ACCOUNT = new AccountId(1_300_000_001L);
  private static final GroupId GROUP = new GroupId("g");

  /** Of the face's width: nobody would enrol such a picture on purpose. */
  private static final double BLUR = 0.035;

  @TempDir private Path folder;

  @Test
  void a_poor_face_moves_its_person_less_than_if_all_faces_counted_the_same() throws Exception {
    try (FaceEngine engine = FaceEngine.open(ModelPack.bundled(), EngineOptions.DEFAULTS);
        IndexResources resources = IndexResources.open(folder, 1);
        Gallery gallery = gallery(engine, resources)) {
      Image good = new ImageDecoder(ImageLimits.DEFAULTS).decode(Photos.ANN.jpeg());
      Image poor = Degradations.blurred(good, BLUR * face(engine, good).box().width());
      FaceTemplates goodFace = kept(engine, good);
      FaceTemplates poorFace = kept(engine, poor);
      assertThat(goodFace.quality().score().orElseThrow())
          .isGreaterThan(poorFace.quality().score().orElseThrow() + 30);

      gallery.createGroup(ACCOUNT, new NewGroup(GROUP, "G", List.of(), "", ModelVersion.V3_0));
      enrol(gallery, "alone", goodFace);
      enrol(gallery, "weighed", goodFace, poorFace);
      enrol(gallery, "even", unrated(goodFace), unrated(poorFace));

      Map<String, Double> scores = search(gallery, goodFace.byVersion().get(ModelVersion.V3_0));
      assertThat(scores.get("weighed"))
          .isLessThan(scores.get("alone"))
          .isGreaterThan(scores.get("even"));
    }
  }

  private static Gallery gallery(FaceEngine engine, IndexResources resources) {
    Map<ModelVersion, String> embedders = new HashMap<>();
    Map<String, Calibration> calibrations = new HashMap<>();
    for (ModelVersion version : ModelVersion.values()) {
      String embedder = engine.embedder(version.text()).id();
      embedders.put(version, embedder);
      calibrations.put(
          embedder,
          new Calibration(List.of(new Calibration.Point(0, 1e-1), new Calibration.Point(1, 1e-9))));
    }
    return new Gallery(
        new InMemoryGalleryStore(),
        GalleryLimits.defaults(),
        new ModelVersions(embedders),
        new Calibrations(calibrations),
        Clock.systemUTC(),
        resources);
  }

  private static Face face(FaceEngine engine, Image picture) {
    return engine.detect(picture, new DetectOptions(1, 20, false)).getFirst();
  }

  private static FaceTemplates kept(FaceEngine engine, Image picture) throws GalleryException {
    Face face = face(engine, picture);
    FaceQuality quality = engine.quality(picture, face);
    FaceTemplates kept = KeptFace.of(engine, picture, face, quality);
    assertThat(kept.quality().score()).hasValue(quality.score());
    return kept;
  }

  private static FaceTemplates unrated(FaceTemplates face) {
    return new FaceTemplates(face.byVersion(), Quality.UNKNOWN, face.look());
  }

  private static void enrol(Gallery gallery, String id, FaceTemplates first, FaceTemplates... more)
      throws GalleryException {
    PersonId person = new PersonId(id);
    gallery.enrol(ACCOUNT, new Enrolment(person, List.of(GROUP), "", "", first));
    if (more.length > 0) {
      gallery.addFaces(ACCOUNT, person, List.of(more), Optional.empty());
    }
  }

  private static Map<String, Double> search(Gallery gallery, Template probe)
      throws GalleryException {
    Map<String, Double> scores = new HashMap<>();
    gallery
        .searchPersons(ACCOUNT, List.of(GROUP), probe, new SearchOptions(9, new Score(0), false))
        .candidates()
        .forEach(found -> scores.put(found.personId().value(), found.score().value()));
    return scores;
  }
}
