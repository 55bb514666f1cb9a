package dev.mien.gallery;

import dev.mien.gallery.index.IndexResources;
import dev.mien.gallery.score.Calibration;
import dev.mien.gallery.score.Calibrations;
import dev.mien.gallery.score.Score;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** What tests of the gallery build with. */
public final class GalleryFixture {
  public static final AccountId ACCOUNT = new AccountId(1_300_000_001L);
  public static final AccountId OTHER_ACCOUNT = new AccountId(1_300_000_002L);
  public static final int DIMENSIONS = 24;
  public static final String NEW_EMBEDDER = "embedder-3";
  public static final String OLD_EMBEDDER = "embedder-2";
  public static final ModelVersions VERSIONS =
      new ModelVersions(Map.of(ModelVersion.V3_0, NEW_EMBEDDER, ModelVersion.V2_0, OLD_EMBEDDER));
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-01T12:00:00.123Z"), ZoneOffset.UTC);

  /** Similarity 0.2 is FMR 10 %, and every 0.2 more a tenth of it. */
  private static final Calibration CALIBRATION =
      new Calibration(
          List.of(
              new Calibration.Point(0.2, 1e-1),
              new Calibration.Point(0.4, 1e-2),
              new Calibration.Point(0.6, 1e-3),
              new Calibration.Point(0.8, 1e-4)));

  public static final Calibrations CALIBRATIONS =
      new Calibrations(Map.of(NEW_EMBEDDER, CALIBRATION, OLD_EMBEDDER, CALIBRATION));

  /** For all galleries of all tests, until the process ends. */
  public static final IndexResources INDEX_RESOURCES =
      IndexResources.open(Path.of(System.getProperty("java.io.tmpdir")), 2);

  private GalleryFixture() {}

  public static Gallery gallery(GalleryStore store) {
    return gallery(store, GalleryLimits.defaults());
  }

  public static Gallery gallery(GalleryStore store, GalleryLimits limits) {
    return new Gallery(store, limits, VERSIONS, CALIBRATIONS, CLOCK, INDEX_RESOURCES);
  }

  /** A gallery whose index has threads and a file of its own, which the caller closes after it. */
  public static Gallery gallery(GalleryStore store, IndexResources resources) {
    return new Gallery(store, GalleryLimits.defaults(), VERSIONS, CALIBRATIONS, CLOCK, resources);
  }

  public static NewGroup newGroup(String id, String... fields) {
    return new NewGroup(new GroupId(id), "Group " + id, List.of(fields), "", ModelVersion.V3_0);
  }

  public static NewGroup oldGroup(String id) {
    return new NewGroup(new GroupId(id), "Group " + id, List.of(), "", ModelVersion.V2_0);
  }

  public static NewPerson newPerson(String id, String group, Template template) {
    return new NewPerson(
        new PersonId(id),
        new GroupId(group),
        "Person " + id,
        Gender.UNSPECIFIED,
        List.of(),
        templates(template));
  }

  /** What a picture gives of which only one version's template is wanted. */
  public static FaceTemplates templates(Template template) {
    return FaceTemplates.of(
        template.embedderId().equals(OLD_EMBEDDER) ? ModelVersion.V2_0 : ModelVersion.V3_0,
        template);
  }

  /** What a picture gives: the same face, seen by both versions. */
  public static FaceTemplates bothTemplates(long seed) {
    return new FaceTemplates(
        Map.of(
            ModelVersion.V2_0,
            template(OLD_EMBEDDER, seed),
            ModelVersion.V3_0,
            template(NEW_EMBEDDER, seed)));
  }

  /** Several pictures with one version's template each. */
  public static List<FaceTemplates> faces(Template... templates) {
    return Stream.of(templates).map(GalleryFixture::templates).toList();
  }

  /** Creates a person and gives its face. */
  public static FaceId enrol(Gallery gallery, String id, String group, Template template)
      throws GalleryException {
    PersonCreation creation =
        gallery.createPerson(ACCOUNT, newPerson(id, group, template), Optional.empty());
    return ((PersonCreation.Created) creation).faceId();
  }

  /** A template of version 3.0 in a random direction that a seed decides. */
  public static Template template(long seed) {
    return template(NEW_EMBEDDER, seed);
  }

  public static Template template(String embedder, long seed) {
    Random random = new Random(seed);
    float[] vector = new float[DIMENSIONS];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return Template.normalized(embedder, vector);
  }

  /** A template of version 3.0 whose similarity to another is as given. */
  public static Template near(Template template, double similarity, long seed) {
    float[] direction = template.vector();
    float[] other = template(template.embedderId(), ~seed).vector(); // never the same direction
    double along = 0;
    for (int i = 0; i < other.length; i++) {
      along += (double) direction[i] * other[i];
    }
    double across = 0;
    for (int i = 0; i < other.length; i++) {
      other[i] -= (float) (along * direction[i]);
      across += (double) other[i] * other[i];
    }
    double share = Math.sqrt((1 - similarity * similarity) / across);
    float[] vector = new float[other.length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (similarity * direction[i] + share * other[i]);
    }
    return Template.normalized(template.embedderId(), vector);
  }

  public static SearchOptions best(int candidates) {
    return new SearchOptions(candidates, new Score(0), false);
  }
}
