package dev.mien.gallery;

import static dev.mien.gallery.GalleryFixture.ACCOUNT;
import static dev.mien.gallery.GalleryFixture.best;
import static dev.mien.gallery.GalleryFixture.enrol;
import static dev.mien.gallery.GalleryFixture.gallery;
import static dev.mien.gallery.GalleryFixture.newGroup;
import static dev.mien.gallery.GalleryFixture.newPerson;
import static dev.mien.gallery.GalleryFixture.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.store.InMemoryGalleryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups that are too large to be deleted in one transaction. */
class GroupDeletionTest {
  private static final int PERSONS = 2 * GroupDeleter.SLICE + 7;
  private static final int SHARED = 3;
  private static final GroupId G = new GroupId("g");
  private static final GroupId H = new GroupId("h");
  private static final PersonId P = new PersonId("p0");

  private final InMemoryGalleryStore store = new InMemoryGalleryStore();
  private volatile Consumer<List<Change>> beforeApply = changes -> {};
  private Gallery gallery = gallery(watched());

  private GalleryStore watched() {
    return new WatchedStore(store, changes -> beforeApply.accept(changes)).store();
  }

  @BeforeEach
  void enrolMany() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g"));
    gallery.createGroup(ACCOUNT, newGroup("h"));
    List<Change> changes = new ArrayList<>();
    for (int i = SHARED; i < PERSONS; i++) {
      PersonId id = new PersonId("p" + i);
      changes.add(
          new Change.PersonAdded(
              id, "n", Gender.MALE, ModelVersion.V3_0, GalleryFixture.CLOCK.instant()));
      changes.add(new Change.MembershipAdded(id, new Membership(G, List.of())));
      changes.add(
          new Change.FaceAdded(
              id,
              new Face(
                  new FaceId(FaceId.MIN + i),
                  template(i),
                  Quality.UNKNOWN,
                  GalleryFixture.CLOCK.instant())));
    }
    store.apply(ACCOUNT, changes);
    gallery.close();
    gallery = gallery(watched());
    for (int i = 0; i < SHARED; i++) {
      enrol(gallery, "p" + i, "g", template(i));
      gallery.copyPerson(ACCOUNT, new PersonId("p" + i), List.of(H));
    }
  }

  @AfterEach
  void close() {
    gallery.close();
  }

  private static void refused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            GalleryException.class,
            e -> {
              assertThat(e.error()).isEqualTo(GalleryError.GROUP_BEING_DELETED);
              assertThat(e.value()).isEqualTo("g");
            });
  }

  private void requireGone() throws GalleryException {
    assertThat(store.group(ACCOUNT, G)).isEmpty();
    assertThat(gallery.groupSize(ACCOUNT, H)).isEqualTo(new GroupSize(SHARED, SHARED));
    assertThat(gallery.personMemberships(ACCOUNT, P, 0, 9).total()).isEqualTo(1);
    StoreContents rest = StoreContents.of(store, ACCOUNT);
    assertThat(rest.groups()).extracting(Group::id).containsExactly(H);
    assertThat(rest.deletions()).isEmpty();
    assertThat(rest.persons()).hasSize(SHARED);
    gallery.createGroup(ACCOUNT, newGroup("g")); // nothing is in the way
    assertThat(gallery.groupSize(ACCOUNT, G)).isEqualTo(new GroupSize(0, 0));
  }

  @Test
  void a_large_group_goes_in_slices_and_all_of_it_is_gone_at_the_end() throws GalleryException {
    List<Integer> sizes = new ArrayList<>();
    beforeApply = changes -> sizes.add(changes.size());
    gallery.deleteGroup(ACCOUNT, G);
    beforeApply = changes -> {};
    assertThat(sizes)
        .as("the mark, two full slices, the rest with the group")
        .containsExactly(1, GroupDeleter.SLICE, GroupDeleter.SLICE, 8);
    requireGone();
  }

  /** Slices fail from now on: the group is left as a crash would leave it. */
  private void cutOff() {
    beforeApply =
        changes -> {
          if (changes.size() > 1) {
            throw new StoreException("disk full");
          }
        };
    assertThatThrownBy(() -> gallery.deleteGroup(ACCOUNT, G)).isInstanceOf(StoreException.class);
  }

  @Test
  void nobody_gets_at_a_group_that_is_being_deleted() {
    cutOff();
    refused(() -> gallery.group(ACCOUNT, G));
    refused(() -> gallery.groupSize(ACCOUNT, G));
    refused(() -> gallery.persons(ACCOUNT, G, 0, 1));
    refused(() -> gallery.searchFaces(ACCOUNT, List.of(H, G), template(1), best(1)));
    refused(
        () -> gallery.createPerson(ACCOUNT, newPerson("new", "g", template(1)), Optional.empty()));
    refused(() -> gallery.copyPerson(ACCOUNT, P, List.of(G)));
    refused(() -> gallery.deletePersonFromGroup(ACCOUNT, G, P));
    refused(() -> gallery.modifyMembership(ACCOUNT, G, P, List.of()));
    refused(
        () ->
            gallery.modifyGroup(
                ACCOUNT, new GroupChange(G, Optional.empty(), Optional.of("t"), List.of())));
    refused(() -> gallery.upgradeGroup(ACCOUNT, G, ModelVersion.V3_0));
  }

  @Test
  void a_deletion_that_was_cut_off_can_be_asked_for_again() throws GalleryException {
    cutOff();
    beforeApply = changes -> {};
    gallery.deleteGroup(ACCOUNT, G);
    requireGone();
  }

  @Test
  void a_deletion_that_was_cut_off_goes_on_when_the_gallery_opens() throws GalleryException {
    cutOff();
    gallery.close();
    beforeApply = changes -> {};
    gallery = gallery(watched());
    Upgrades.await(() -> store.group(ACCOUNT, G).isEmpty());
    requireGone();
  }
}
