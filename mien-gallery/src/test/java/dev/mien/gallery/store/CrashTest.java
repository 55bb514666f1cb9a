package dev.mien.gallery.store;

import static dev.mien.gallery.GalleryFixture.ACCOUNT;
import static dev.mien.gallery.GalleryFixture.best;
import static dev.mien.gallery.GalleryFixture.enrol;
import static dev.mien.gallery.GalleryFixture.gallery;
import static dev.mien.gallery.GalleryFixture.newGroup;
import static dev.mien.gallery.GalleryFixture.template;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.gallery.Candidate;
import dev.mien.gallery.FaceId;
import dev.mien.gallery.Gallery;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.GroupSize;
import dev.mien.gallery.Member;
import dev.mien.gallery.PersonId;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process is killed while it enrols; what it has acknowledged must be there, and nothing by
 * halves.
 */
class CrashTest {
  private static final int ROUNDS = 3;
  private static final int ACKNOWLEDGED_BEFORE_KILL = 60;
  private static final GroupId GROUP = new GroupId("group");

  @TempDir private Path folder;

  @Test
  void acknowledged_persons_survive_a_killed_process_whole_and_searchable() throws Exception {
    Map<String, Long> acknowledged = new HashMap<>();
    Set<FaceId> everGiven = new HashSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      try (ChildJvm child =
          ChildJvm.start(Enroller.class, folder.toString(), String.valueOf(round))) {
        for (int i = 0; i < ACKNOWLEDGED_BEFORE_KILL + round; i++) {
          String[] person = child.readLine().split(" ", -1);
          acknowledged.put(person[0], Long.parseLong(person[1]));
          assertThat(everGiven.add(new FaceId(Long.parseLong(person[1]))))
              .as("no face id is given twice")
              .isTrue();
        }
        child.kill();
      }
      requireAll(acknowledged);
    }
  }

  private void requireAll(Map<String, Long> acknowledged) throws GalleryException {
    try (DataDirectory directory = DataDirectory.open(folder);
        SqliteDatabase database = SqliteDatabase.open(directory);
        Gallery gallery = gallery(new SqliteGalleryStore(database))) {
      for (Map.Entry<String, Long> person : acknowledged.entrySet()) {
        Candidate found =
            gallery
                .searchFaces(ACCOUNT, List.of(GROUP), template(seed(person.getKey())), best(1))
                .candidates()
                .getFirst();
        assertThat(found.personId().value()).isEqualTo(person.getKey());
        assertThat(found.faceId()).contains(new FaceId(person.getValue()));
        assertThat(found.score().value()).isEqualTo(100);
      }
      requireWhole(gallery, acknowledged.size());
    }
  }

  /** Who was not acknowledged any more is there with everything, or not at all. */
  private static void requireWhole(Gallery gallery, int acknowledged) throws GalleryException {
    List<Member> members = gallery.persons(ACCOUNT, GROUP, 0, 1000).items();
    assertThat(members).hasSizeBetween(acknowledged, acknowledged + ROUNDS);
    assertThat(gallery.groupSize(ACCOUNT, GROUP))
        .isEqualTo(new GroupSize(members.size(), members.size()));
    for (Member member : members) {
      assertThat(member.person().faceIds()).hasSize(1);
      PersonId id = member.person().id();
      assertThat(gallery.personMemberships(ACCOUNT, id, 0, 10).total()).isEqualTo(1);
    }
  }

  private static long seed(String personId) {
    return personId.hashCode();
  }

  /** Enrols persons without end, and prints each when it is acknowledged. */
  static final class Enroller {
    private Enroller() {}

    public static void main(String[] arguments) throws Exception {
      try (DataDirectory directory = DataDirectory.open(Path.of(arguments[0]));
          SqliteDatabase database = SqliteDatabase.open(directory);
          Gallery gallery = gallery(new SqliteGalleryStore(database))) {
        if (gallery.groups(ACCOUNT, 0, 1).total() == 0) {
          gallery.createGroup(ACCOUNT, newGroup(GROUP.value(), "field"));
        }
        for (int i = 0; ; i++) {
          String id = "person-" + arguments[1] + "-" + i;
          FaceId face = enrol(gallery, id, GROUP.value(), template(seed(id)));
          System.out.println(id + " " + face);
          System.out.flush();
        }
      }
    }
  }

  @Test
  void a_face_id_is_not_given_again_after_its_face_was_removed() throws Exception {
    FaceId removed;
    try (DataDirectory directory = DataDirectory.open(folder);
        SqliteDatabase database = SqliteDatabase.open(directory);
        Gallery gallery = gallery(new SqliteGalleryStore(database))) {
      gallery.createGroup(ACCOUNT, newGroup("group"));
      removed = enrol(gallery, "p", "group", template(1));
      gallery.deletePerson(ACCOUNT, new PersonId("p"));
    }
    try (DataDirectory directory = DataDirectory.open(folder);
        SqliteDatabase database = SqliteDatabase.open(directory);
        Gallery gallery = gallery(new SqliteGalleryStore(database))) {
      assertThat(Optional.of(enrol(gallery, "p", "group", template(1))))
          .as("the clock stands still in this test")
          .contains(new FaceId(removed.number() + 1));
    }
  }
}
