package dev.mien.server.it;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.Change;
import dev.mien.gallery.Face;
import dev.mien.gallery.FaceId;
import dev.mien.gallery.Gender;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.Membership;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.PersonId;
import dev.mien.gallery.SimilarityJob;
import dev.mien.gallery.store.DataDirectory;
import dev.mien.gallery.store.SqliteDatabase;
import dev.mien.gallery.store.SqliteGalleryStore;
import dev.mien.gallery.store.SqliteSimilarityJobStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The gallery in a stopped server's data directory: states that would take too long to reach
 * through HTTP, or that only an older server can have left.
 */
final class StoredGallery implements AutoCloseable {
  private static final int PERSONS_PER_WRITE = 2000;

  private final AccountId account;
  private final DataDirectory directory;
  private final SqliteDatabase database;
  private final SqliteGalleryStore store;

  private StoredGallery(Path data, long appId) {
    account = new AccountId(appId);
    directory = DataDirectory.open(data);
    database = SqliteDatabase.open(directory);
    store = new SqliteGalleryStore(database);
  }

  static StoredGallery open(Path data, TestServer.Credentials credentials) {
    return new StoredGallery(data, credentials.appId());
  }

  void apply(Change... changes) {
    store.apply(account, List.of(changes));
  }

  void add(SimilarityJob job) {
    new SqliteSimilarityJobStore(database).add(job);
  }

  /** The first face of a person. */
  private Face face(String person) {
    return store.faces(account, new PersonId(person)).getFirst();
  }

  /** Puts persons who all look like another one into a group. */
  void fill(String group, ModelVersion version, String model, int persons) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Face face = face(model);
    long lastId = store.lastFaceId().orElseThrow().number();
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < persons; i++) {
      PersonId id = new PersonId(group + "-" + i);
      changes.add(new Change.PersonAdded(id, "Member", Gender.UNSPECIFIED, version, now));
      changes.add(new Change.MembershipAdded(id, new Membership(new GroupId(group), List.of())));
      FaceId faceId = new FaceId(lastId + 1 + i);
      changes.add(new Change.FaceAdded(id, new Face(faceId, face.template(), face.quality(), now)));
      if ((i + 1) % PERSONS_PER_WRITE == 0 || i + 1 == persons) {
        store.apply(account, changes);
        changes.clear();
      }
    }
  }

  @Override
  public void close() {
    store.close();
    database.close();
    directory.close();
  }
}
