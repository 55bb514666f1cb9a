package dev.mien.server.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.gallery.GalleryException;
import dev.mien.gallery.StoreException;
import dev.mien.gallery.StoreFault;
import dev.mien.media.MediaItem;
import dev.mien.media.MediaRefusedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * A process that fills a disk through the real stores, checks after each refusal that it has what
 * it has acknowledged and nothing else, and says what it does: {@code +ID} of a person who was
 * enrolled, {@code -ID} of one who was deleted, and a word at the end of each step. Between steps
 * it waits for a line.
 */
final class StoresProcess implements AutoCloseable {
  private static final int SOME = 20;
  private static final int REFUSALS = 6;
  private static final int EXIT_SECONDS_MAX = 30;

  private final Process process;
  private final BufferedReader output;
  private final Path errors;

  private StoresProcess(Process process, Path errors) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
    this.errors = errors;
  }

  static StoresProcess start(Path data, Path errors) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-modules",
            "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:ErrorFile=" + errors + ".crash",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            StoresProcess.class.getName(),
            data.toString());
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    return new StoresProcess(process, errors);
  }

  /** Follows what it does to persons until it says this word. */
  void changesUntil(String word, Set<String> persons) throws IOException {
    for (String line = output.readLine(); !word.equals(line); line = output.readLine()) {
      assertThat(line).as("before '%s': %s", word, Files.readString(errors)).isNotNull();
      boolean changed =
          switch (line.charAt(0)) {
            case '+' -> persons.add(line.substring(1));
            case '-' -> persons.remove(line.substring(1));
            default -> false;
          };
      assertThat(changed).as("before '%s': %s", word, line).isTrue();
    }
  }

  /** Begins the next step. */
  void goOn() throws IOException {
    Writer input = process.outputWriter(StandardCharsets.UTF_8);
    input.write('\n');
    input.flush();
  }

  /** Ends it in the midst of whatever it does. */
  void kill() {
    process.destroyForcibly().onExit().orTimeout(EXIT_SECONDS_MAX, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() throws IOException {
    kill();
    output.close();
  }

  /** The other process. */
  public static void main(String[] arguments) throws Exception {
    try (OpenStores store = OpenStores.open(Path.of(arguments[0]))) {
      store.createGroup();
      Filling filling = new Filling(store);
      filling.enrolSome();
      say("some");
      await();
      store.requireExactly(filling.there);
      filling.insist("early");
      say("refused");
      await();
      filling.useTheRoom();
      say("mended");
      filling.enrolUntilRefused();
      say("full");
      filling.insist("late");
      say("refused");
      await();
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  private static void await() throws IOException {
    if (System.in.read() < 0) {
      throw new IOException("the parent has ended");
    }
  }

  /** What the process does to its disk. */
  private static final class Filling {
    private final OpenStores store;
    private final Set<String> there = new TreeSet<>();
    private final List<MediaItem> kept = new ArrayList<>();

    private Filling(OpenStores store) {
      this.store = store;
    }

    private boolean enrols(String id) throws GalleryException {
      boolean enrolled = store.enrols(id, StoreFault.NO_SPACE);
      if (enrolled) {
        there.add(id);
        say("+" + id);
      }
      return enrolled;
    }

    private void deletes(String id) throws GalleryException {
      if (store.deletes(id, StoreFault.NO_SPACE)) {
        there.remove(id);
        say("-" + id);
      }
    }

    private boolean keeps() throws MediaRefusedException {
      try {
        kept.add(store.keep(kept.size()));
        return true;
      } catch (StoreException e) {
        assertThat(e.fault()).as(e.getMessage()).isEqualTo(StoreFault.NO_SPACE);
        return false;
      }
    }

    /** Ends with a commit that nobody has read anything after. */
    private void enrolSome() throws GalleryException {
      for (int i = 0; i < SOME; i++) {
        assertThat(enrols("p" + i)).isTrue();
      }
    }

    private void enrolUntilRefused() throws GalleryException {
      for (int i = 0; enrols("q" + i); i++) {
        assertThat(i).as("enrolments within the quota").isLessThan(100_000);
      }
    }

    /** Goes on although the disk is full; a small change may find room now and then. */
    private void insist(String name) throws GalleryException, MediaRefusedException {
      for (int i = 0; i < REFUSALS; i++) {
        enrols(name + i);
        deletes("p" + i);
        keeps();
        store.requireExactly(there);
        store.requireReadable(kept);
      }
      assertThat(store.database().damage()).isEmpty();
    }

    private void useTheRoom() throws GalleryException, MediaRefusedException {
      assertThat(enrols("after")).isTrue();
      deletes("after");
      assertThat(there).doesNotContain("after");
      assertThat(keeps()).isTrue();
      store.requireExactly(there);
      store.requireReadable(kept);
    }
  }
}
