package dev.mien.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The process is killed at random moments of random writes, and started again on what it left, many
 * times over the same data. Each client has groups of its own and one write under way at most, so
 * that after a kill there are exactly two states that it may find: with that write, or without it.
 *
 * <p>{@code -Dmien.crash.rounds=N} kills N times.
 */
@Isolated("clients write for fractions of a second")
class CrashIT {
  private static final Logger LOG = LoggerFactory.getLogger(CrashIT.class);
  private static final int ROUNDS = Integer.getInteger("mien.crash.rounds", 50);
  private static final int CLIENTS = 3;
  private static final int MILLIS_MIN = 30;
  private static final int MILLIS_MAX = 700;

  /** A server that has just started is slow, and slower where others use the machine. */
  private static final int FIRST_ANSWER_SECONDS = 60;

  private static final long SEED = 20261121;

  @TempDir static Path folder;

  /** A client that goes on where it was when the server died. */
  private static final class Client {
    private final String prefix;
    private final Random random;
    private CrashModel known = CrashModel.EMPTY;
    private Optional<CrashStep> doubtful = Optional.empty();
    private int acknowledged;
    private int doneUnheard;

    Client(int number) {
      prefix = "c" + number + "-";
      random = new Random(SEED + number);
    }

    /** Writes until the server is gone. */
    Void write(TestServer server, CountDownLatch answered) throws Exception {
      RawClient raw = new RawClient(server);
      while (true) {
        CrashStep step = CrashStep.next(known, prefix, random);
        doubtful = Optional.of(step);
        JsonNode answer;
        try {
          answer = raw.callQuoted(step.action(), step.json());
        } catch (IOException killed) {
          return null;
        }
        assertThat(RawClient.codeOf(answer)).as(step.action() + ": " + answer).isEqualTo("OK");
        known = step.acknowledged(answer);
        doubtful = Optional.empty();
        acknowledged++;
        answered.countDown();
      }
    }

    /** Finds what was acknowledged, and the last write wholly or not at all. */
    void check(RawClient raw) throws Exception {
      CrashModel found = CrashModel.read(raw, prefix);
      boolean done = doubtful.isPresent() && doubtful.get().after().isFoundAs(found);
      assertThat(done || known.isFoundAs(found))
          .as("%s%nfound    %s%nexpected %s%nor %s", prefix, found, known, doubtful)
          .isTrue();
      doneUnheard += done ? 1 : 0;
      known = found;
      doubtful = Optional.empty();
      known.requireSearchable(raw);
    }
  }

  @Test
  void acknowledged_writes_survive_and_no_write_is_half_done() throws Exception {
    Random random = new Random(SEED);
    Path data = folder.resolve("data");
    List<Client> clients = new ArrayList<>();
    for (int number = 0; number < CLIENTS; number++) {
      clients.add(new Client(number));
    }
    for (int round = 0; round < ROUNDS; round++) {
      try (TestServer server = TestServer.startBriefly(data)) {
        check(server, clients);
        boolean duringFirstWrites = round % 2 == 0;
        writeAndKill(server, clients, duringFirstWrites, random.nextInt(MILLIS_MIN, MILLIS_MAX));
      }
    }
    try (TestServer server = TestServer.start(data)) {
      check(server, clients);
      assertThat(server.stop()).as("a clean end after all").isIn(0, 143);
      assertThat(server.temporary()).as("libraries that were unpacked").isEmptyDirectory();
    }
    LOG.info(
        "{} kills, {} acknowledged writes, {} writes done without an answer",
        ROUNDS,
        clients.stream().mapToInt(client -> client.acknowledged).sum(),
        clients.stream().mapToInt(client -> client.doneUnheard).sum());
    assertThat(clients)
        .as("clients that wrote something")
        .allSatisfy(client -> assertThat(client.acknowledged).isGreaterThan(ROUNDS / 4));
  }

  private static void check(TestServer server, List<Client> clients) throws Exception {
    RawClient raw = new RawClient(server);
    for (Client client : clients) {
      client.check(raw);
    }
  }

  private static void writeAndKill(
      TestServer server, List<Client> clients, boolean duringFirstWrites, int millis)
      throws Exception {
    CountDownLatch answered = new CountDownLatch(duringFirstWrites ? 0 : 1);
    try (ExecutorService executor = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<Void>> writing = new ArrayList<>();
      for (Client client : clients) {
        writing.add(executor.submit(() -> client.write(server, answered)));
      }
      boolean inTime = answered.await(FIRST_ANSWER_SECONDS, TimeUnit.SECONDS);
      Thread.sleep(millis);
      server.kill();
      for (Future<Void> writer : writing) {
        writer.get();
      }
      assertThat(inTime).as("a write was acknowledged").isTrue();
    }
  }
}
