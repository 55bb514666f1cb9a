package dev.mien.gallery.store;

import static dev.mien.gallery.GalleryFixture.ACCOUNT;
import static dev.mien.gallery.GalleryFixture.best;
import static dev.mien.gallery.GalleryFixture.enrol;
import static dev.mien.gallery.GalleryFixture.gallery;
import static dev.mien.gallery.GalleryFixture.newGroup;
import static dev.mien.gallery.GalleryFixture.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.Gallery;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.GroupSize;
import dev.mien.gallery.PageRange;
import dev.mien.gallery.PersonId;
import dev.mien.gallery.StoreContents;
import dev.mien.gallery.StoreException;
import dev.mien.gallery.StoreFault;
import dev.mien.gallery.account.SecretBox;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that is not what was written is refused with a line that says so, never half-read. */
class DamagedDatabaseTest {
  private static final GroupId G = new GroupId("g");
  private static final int PERSONS = 150;
  private static final int PAGE_BYTES = 4096;
  private static final int DAMAGES = 40;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve(SqliteDatabase.FILE);
  }

  private void enrolAll() throws GalleryException {
    try (DataDirectory directory = DataDirectory.open(folder);
        SqliteDatabase database = SqliteDatabase.open(directory);
        Gallery gallery = gallery(new SqliteGalleryStore(database))) {
      gallery.createGroup(ACCOUNT, newGroup("g"));
      for (int i = 0; i < PERSONS; i++) {
        enrol(gallery, "p" + i, "g", template(i));
      }
    }
    SecretBox.openOrCreate(folder); // as a server does that has accounts
  }

  private void open() throws GalleryException {
    try (DataDirectory directory = DataDirectory.open(folder);
        SqliteDatabase database = SqliteDatabase.open(directory);
        Gallery gallery = gallery(new SqliteGalleryStore(database))) {
      assertThat(gallery.groupSize(ACCOUNT, G)).isEqualTo(new GroupSize(PERSONS, PERSONS));
      for (int i = 0; i < PERSONS; i++) {
        assertThat(
                gallery
                    .searchFaces(ACCOUNT, List.of(G), template(i), best(1))
                    .candidates()
                    .getFirst()
                    .personId())
            .isEqualTo(new PersonId("p" + i));
      }
    }
  }

  private void requireRefused(Path named) {
    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.fault()).isEqualTo(StoreFault.DAMAGED))
        .hasMessageContaining(named.toString())
        .hasMessageContainingAll("backup")
        .message()
        .doesNotContain("\n");
  }

  enum Damage {
    HEADER_OVERWRITTEN {
      @Override
      void to(Path file) throws IOException {
        overwrite(file, 0, 100, new Random(1));
      }
    },
    CUT_IN_HALF {
      @Override
      void to(Path file) throws IOException {
        truncate(file, Files.size(file) / 2);
      }
    },
    EMPTIED {
      @Override
      void to(Path file) throws IOException {
        truncate(file, 0);
      }
    },
    REMOVED {
      @Override
      void to(Path file) throws IOException {
        Files.delete(file);
      }
    };

    abstract void to(Path file) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void a_database_that_is_no_more_is_refused_by_its_name(Damage damage) throws Exception {
    enrolAll();
    open();
    damage.to(file);
    requireRefused(file);
  }

  /** Some pages are of no use to a start: then everything is found as before. */
  @Test
  void a_page_that_was_overwritten_is_noticed_or_does_no_harm() throws Exception {
    enrolAll();
    byte[] sound = Files.readAllBytes(file);
    int refused = 0;
    for (int seed = 0; seed < DAMAGES; seed++) {
      Random random = new Random(seed);
      int page = 1 + random.nextInt(sound.length / PAGE_BYTES - 1);
      overwrite(file, (long) page * PAGE_BYTES, PAGE_BYTES, random);
      try {
        open();
      } catch (StoreException e) {
        assertThat(e.fault()).as(e.getMessage()).isEqualTo(StoreFault.DAMAGED);
        refused++;
      }
      Files.write(file, sound);
    }
    assertThat(refused).isPositive();
    open();
  }

  enum LogDamage {
    REMOVED {
      @Override
      void to(Path log) throws IOException {
        Files.delete(log);
      }
    },
    CUT_IN_HALF {
      @Override
      void to(Path log) throws IOException {
        truncate(log, Files.size(log) / 2);
      }
    },
    A_BIT_FLIPPED {
      @Override
      void to(Path log) throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        bytes[bytes.length / 3] ^= 4;
        Files.write(log, bytes);
      }
    };

    abstract void to(Path log) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void a_log_that_lost_what_was_acknowledged_is_refused_by_its_name(LogDamage damage)
      throws Exception {
    enrolAndKill();
    byte[] log = Files.readAllBytes(log());
    byte[] mark = Files.readAllBytes(mark());
    damage.to(log());
    requireRefused(log());
    Files.write(log(), log);
    Files.write(mark(), mark);
    assertThat(facesAfterOpening()).isGreaterThanOrEqualTo(20);
  }

  /** As after a loss of power: the system wrote the mark to the disk some time ago. */
  @Test
  void a_log_that_was_begun_after_its_mark_was_saved_is_taken_for_what_it_is() throws Exception {
    enrolAndKill();
    ByteBuffer later = ByteBuffer.wrap(Arrays.copyOf(Files.readAllBytes(log()), 32));
    byte[] mark = Files.readAllBytes(mark());
    long faces = facesAfterOpening();
    later.putInt(16, later.getInt(16) + 1); // its first salt
    int first = 0;
    int second = 0;
    ByteOrder words = (later.getInt(0) & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    for (int i = 0; i < 24; i += 8) {
      first += later.order(words).getInt(i) + second;
      second += later.getInt(i + 4) + first;
    }
    later.order(ByteOrder.BIG_ENDIAN).putInt(24, first).putInt(28, second);
    Files.write(log(), later.array());
    Files.write(mark(), mark);
    assertThat(facesAfterOpening()).isEqualTo(faces);
  }

  private void enrolAndKill() throws Exception {
    try (ChildJvm child = ChildJvm.start(CrashTest.Enroller.class, folder.toString(), "0")) {
      for (int i = 0; i < 20; i++) {
        child.readLine();
      }
      child.kill();
    }
  }

  private Path log() {
    return file.resolveSibling(SqliteDatabase.FILE + "-wal");
  }

  private Path mark() {
    return file.resolveSibling(SqliteDatabase.FILE + "-mark");
  }

  private long facesAfterOpening() {
    try (DataDirectory directory = DataDirectory.open(folder);
        SqliteDatabase database = SqliteDatabase.open(directory)) {
      return new SqliteGalleryStore(database).faceCount();
    }
  }

  @Test
  void damage_that_is_met_while_serving_is_told_and_nothing_is_written_any_more() throws Exception {
    enrolAll();
    try (DataDirectory directory = DataDirectory.open(folder);
        SqliteDatabase database = SqliteDatabase.open(directory);
        Gallery gallery = gallery(new SqliteGalleryStore(database))) {
      assertThat(database.damage()).isEmpty();
      overwrite(file, PAGE_BYTES, (int) Files.size(file) - PAGE_BYTES, new Random(3));
      assertThatThrownBy(() -> gallery.persons(ACCOUNT, G, 0, 100))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.fault()).isEqualTo(StoreFault.DAMAGED));
      assertThat(database.damage()).isPresent();
      assertThatThrownBy(() -> database.write(session -> session.update("DELETE FROM face")))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.fault()).isEqualTo(StoreFault.DAMAGED));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE person SET person_id = 'not an id'",
        "UPDATE person SET person_id = 'one' || char(31) || 'another'",
        "UPDATE person SET model_version = '1.5'",
        "UPDATE face SET vector = zeroblob(12)",
        "UPDATE face SET embedder_id = ''",
        "UPDATE face SET quality = 101"
      })
  void a_row_that_nobody_has_written_so_is_damage(String change) throws Exception {
    enrolAll();
    try (DataDirectory directory = DataDirectory.open(folder);
        SqliteDatabase database = SqliteDatabase.open(directory)) {
      SqliteGalleryStore store = new SqliteGalleryStore(database);
      database.write(
          session -> {
            session.update("PRAGMA ignore_check_constraints = ON"); // damage asks for none
            return session.update(change + " WHERE person_key = 7");
          });
      assertThatThrownBy(
              () -> {
                StoreContents.of(store, ACCOUNT);
                store.members(ACCOUNT, G, new PageRange(0, PERSONS));
              })
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.fault()).isEqualTo(StoreFault.DAMAGED))
          .hasMessageContaining(file.toString());
      assertThat(database.damage()).isPresent();
    }
  }

  @Test
  void a_mistake_of_who_reads_is_no_damage() throws Exception {
    enrolAll();
    try (DataDirectory directory = DataDirectory.open(folder);
        SqliteDatabase database = SqliteDatabase.open(directory)) {
      assertThatThrownBy(
              () ->
                  database.read(
                      session -> {
                        session.count("SELECT count(*) FROM face");
                        throw new IllegalArgumentException("a mistake");
                      }))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(database.damage()).isEmpty();
      int written = database.write(session -> session.update("UPDATE person SET gender = 1"));
      assertThat(written).isEqualTo(PERSONS);
    }
  }

  private static void truncate(Path file, long bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(bytes);
    }
  }

  private static void overwrite(Path file, long position, int bytes, Random random)
      throws IOException {
    byte[] noise = new byte[bytes];
    random.nextBytes(noise);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(noise), position);
    }
  }
}
