package dev.mien.server.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class WorkPoolTest {
  private static final Duration LONG = Duration.ofSeconds(50);
  private static final Duration SHORT = Duration.ofMillis(50);

  @Test
  void aJobRunsOnAPlatformThreadOfThePoolAndItsResultComesBack() throws Exception {
    try (WorkPool pool = new WorkPool(new WorkLimits(1, 0, 1, LONG, LONG))) {
      Thread thread = pool.run(Thread::currentThread);
      assertThat(thread.isVirtual()).isFalse();
      assertThat(thread.getName()).startsWith("mien-work-");
    }
  }

  @Test
  void whatAJobThrowsReachesTheCaller() {
    try (WorkPool pool = new WorkPool(new WorkLimits(1, 0, 1, LONG, LONG))) {
      assertThatThrownBy(
              () ->
                  pool.run(
                      () -> {
                        throw new IOException("no luck");
                      }))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void whatDoesNotFitIntoTheQueueIsRefusedAtOnce() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
        WorkPool pool = new WorkPool(new WorkLimits(1, 0, 1, LONG, LONG))) {
      CountDownLatch running = new CountDownLatch(1);
      Future<Integer> first =
          callers.submit(
              () ->
                  pool.run(
                      () -> {
                        running.countDown();
                        release.await();
                        return 1;
                      }));
      running.await();
      // The queue has one place: of two more, one is refused while all the others still wait.
      CompletionService<Integer> twoMore = new ExecutorCompletionService<>(callers);
      twoMore.submit(() -> pool.run(() -> 2));
      twoMore.submit(() -> pool.run(() -> 2));
      Future<Integer> refused = twoMore.take();
      assertThatThrownBy(refused::get).hasCauseInstanceOf(BusyException.class);
      release.countDown();
      assertThat(first.get()).isEqualTo(1);
      assertThat(twoMore.take().get()).isEqualTo(2);
    }
  }

  @Test
  void aJobThatDoesNotStartInTimeIsRefusedAndNeverRuns() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger ran = new AtomicInteger();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
        WorkPool pool = new WorkPool(new WorkLimits(1, 0, 4, LONG, SHORT))) {
      CountDownLatch running = new CountDownLatch(1);
      Future<Boolean> first =
          callers.submit(
              () ->
                  pool.run(
                      () -> {
                        running.countDown();
                        release.await();
                        return true;
                      }));
      running.await();
      assertThatThrownBy(() -> pool.run(ran::incrementAndGet)).isInstanceOf(BusyException.class);
      release.countDown();
      // A job that has started is waited for, although it takes longer than the longest wait.
      assertThat(first.get()).isTrue();
    }
    assertThat(ran).hasValue(0);
  }

  @Test
  void aJobThatWaitsLeavesItsPlaceToAnother() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    try (WorkPool pool = new WorkPool(new WorkLimits(1, 1, 4, LONG, LONG));
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch waiting = new CountDownLatch(1);
      Future<String> download =
          callers.submit(
              () ->
                  pool.run(
                      () ->
                          pool.await(
                              () -> {
                                waiting.countDown();
                                arrived.await();
                                return "downloaded";
                              })));
      waiting.await();
      // There is one place only, and yet this runs: it is what the download waits for.
      pool.run(
          () -> {
            arrived.countDown();
            return true;
          });
      assertThat(download.get()).isEqualTo("downloaded");
    }
  }

  @Test
  void neverMoreJobsThanWorkersRunAtOnce() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Future<Boolean>> jobs = new ArrayList<>();
    try (WorkPool pool = new WorkPool(new WorkLimits(2, 3, 100, LONG, LONG));
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        jobs.add(
            callers.submit(
                () ->
                    pool.run(
                        () -> {
                          busy(now, most);
                          pool.await(() -> true);
                          busy(now, most);
                          return true;
                        })));
      }
      for (Future<Boolean> job : jobs) {
        assertThat(job.get()).isTrue();
      }
    }
    assertThat(most.get()).isBetween(1, 2);
  }

  private static void busy(AtomicInteger now, AtomicInteger most) {
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
    Thread.onSpinWait();
    now.decrementAndGet();
  }
}
