package dev.mien.gallery;

import static dev.mien.gallery.GalleryFixture.ACCOUNT;
import static dev.mien.gallery.GalleryFixture.best;
import static dev.mien.gallery.GalleryFixture.enrol;
import static dev.mien.gallery.GalleryFixture.gallery;
import static dev.mien.gallery.GalleryFixture.newGroup;
import static dev.mien.gallery.GalleryFixture.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.store.InMemoryGalleryStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store whose writes fail, before they are made or after. */
class FailingStoreTest {
  private enum Failure {
    NONE,
    BEFORE,
    AFTER
  }

  private static final GroupId G = new GroupId("g");

  private final InMemoryGalleryStore store = new InMemoryGalleryStore();
  private Failure failure = Failure.NONE;
  private final Gallery gallery = gallery(failing());

  /** Everything is the store's, but {@code apply} fails when told so. */
  private GalleryStore failing() {
    return (GalleryStore)
        Proxy.newProxyInstance(
            GalleryStore.class.getClassLoader(),
            new Class<?>[] {GalleryStore.class},
            (proxy, method, arguments) -> {
              boolean writes = method.getName().equals("apply");
              if (writes && failure == Failure.BEFORE) {
                throw new StoreException("disk full");
              }
              try {
                Object result = method.invoke(store, arguments);
                if (writes && failure == Failure.AFTER) {
                  throw new StoreException("lost", new IllegalStateException(), true);
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @BeforeEach
  void enrolOne() throws GalleryException {
    gallery.createGroup(ACCOUNT, newGroup("g"));
    enrol(gallery, "p", "g", template(1));
  }

  @AfterEach
  void close() {
    gallery.close();
  }

  @Test
  void a_write_that_was_not_made_is_not_found() throws GalleryException {
    failure = Failure.BEFORE;
    assertThatThrownBy(() -> enrol(gallery, "q", "g", template(2)))
        .isInstanceOf(StoreException.class);
    failure = Failure.NONE;
    assertThat(found(2)).isEqualTo("p");
    enrol(gallery, "q", "g", template(2));
    assertThat(found(2)).isEqualTo("q");
  }

  @Test
  void after_a_write_of_unknown_outcome_searches_say_what_the_store_says() throws GalleryException {
    failure = Failure.AFTER;
    assertThatThrownBy(() -> enrol(gallery, "q", "g", template(2)))
        .isInstanceOf(StoreException.class);
    failure = Failure.NONE;
    assertThat(found(2)).as("it was made after all").isEqualTo("q");
    assertThat(gallery.groupSize(ACCOUNT, G)).isEqualTo(new GroupSize(2, 2));
  }

  private String found(long seed) throws GalleryException {
    return gallery
        .searchFaces(ACCOUNT, List.of(G), template(seed), best(1))
        .candidates()
        .getFirst()
        .personId()
        .value();
  }
}
