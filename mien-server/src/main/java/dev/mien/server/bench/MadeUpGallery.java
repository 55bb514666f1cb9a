package dev.mien.server.bench;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.Change;
import dev.mien.gallery.Face;
import dev.mien.gallery.FaceId;
import dev.mien.gallery.FaceLook;
import dev.mien.gallery.Gender;
import dev.mien.gallery.Group;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.Membership;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.PersonId;
import dev.mien.gallery.Quality;
import dev.mien.gallery.Template;
import dev.mien.gallery.store.SqliteDatabase;
import dev.mien.gallery.store.SqliteGalleryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fills a database as enrolments do: each person has a face with the templates of both model
 * versions and its look, and is in one of a hundred groups.
 */
public final class MadeUpGallery {
  /** The first of a server. */
  static final AccountId ACCOUNT = new AccountId(1_300_000_001L);

  static final String NEW_EMBEDDER = "made-up-3.0";
  static final String OLD_EMBEDDER = "made-up-2.0";

  /** As many as one search may have. */
  public static final int GROUPS = 100;

  /** Of the default pack's version 2.0. */
  private static final int OLD_DIMENSIONS = 128;

  private static final int PERSONS_PER_WRITE = 5_000;
  private static final Instant THEN = Instant.parse("2026-11-01T12:00:00Z");
  private static final Quality QUALITY = Quality.of(90);
  private static final FaceLook LOOK = new FaceLook(100, 80, 200, 240, 2, -3, 1, Optional.empty());

  /**
   * Whose vectors they are to be.
   *
   * @param id of an embedder
   * @param dimension of its vectors
   */
  public record Embedder(String id, int dimension) {}

  private final SqliteGalleryStore store;
  private final AccountId account;
  private final Embedder embedder;
  private final Embedder oldEmbedder;
  private final FaceVectors faces;
  private final FaceVectors oldFaces;

  private MadeUpGallery(
      SqliteDatabase database, AccountId account, Embedder embedder, Embedder oldEmbedder) {
    this.store = new SqliteGalleryStore(database);
    this.account = account;
    this.embedder = embedder;
    this.oldEmbedder = oldEmbedder;
    this.faces = new FaceVectors(embedder.dimension());
    this.oldFaces = new FaceVectors(oldEmbedder.dimension());
  }

  /** Fills an empty database with persons of one face each. */
  static void fill(SqliteDatabase database, int persons, int dimensions) {
    fill(
        database,
        ACCOUNT,
        persons,
        new Embedder(NEW_EMBEDDER, dimensions),
        new Embedder(OLD_EMBEDDER, OLD_DIMENSIONS));
  }

  /**
   * Fills an account that has nothing with persons of one face each.
   *
   * @param embedder of model version 3.0
   * @param oldEmbedder of model version 2.0
   */
  public static void fill(
      SqliteDatabase database,
      AccountId account,
      int persons,
      Embedder embedder,
      Embedder oldEmbedder) {
    new MadeUpGallery(database, account, embedder, oldEmbedder).fill(persons);
  }

  private void fill(int persons) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < Math.min(GROUPS, persons); i++) {
      GroupId id = group(i);
      changes.add(
          new Change.GroupAdded(
              new Group(id, "Group " + i, List.of(), "", ModelVersion.V3_0, THEN, THEN)));
    }
    for (int i = 0; i < persons; i++) {
      enrol(i, (int) ((long) i * GROUPS / persons), changes);
      if (changes.size() >= PERSONS_PER_WRITE || i + 1 == persons) {
        store.apply(account, changes);
        changes.clear();
      }
    }
  }

  private void enrol(int number, int group, List<Change> changes) {
    PersonId person = new PersonId("person-" + number);
    FaceId face = new FaceId(FaceId.MIN + number);
    changes.add(
        new Change.PersonAdded(
            person, "Person " + number, Gender.UNSPECIFIED, ModelVersion.V3_0, THEN));
    changes.add(new Change.MembershipAdded(person, new Membership(group(group), List.of())));
    changes.add(
        new Change.FaceAdded(
            person,
            new Face(face, new Template(embedder.id(), faces.face(number)), QUALITY, THEN)));
    changes.add(
        new Change.TemplateKept(
            person,
            face,
            ModelVersion.V2_0,
            new Template(oldEmbedder.id(), oldFaces.face(number))));
    changes.add(new Change.LookKept(person, face, LOOK));
  }

  /** A group that has a hundredth of the faces. */
  public static GroupId group(int number) {
    return new GroupId("group-" + number);
  }
}
