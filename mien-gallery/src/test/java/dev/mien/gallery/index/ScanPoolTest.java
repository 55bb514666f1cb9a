package dev.mien.gallery.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScanPoolTest {
  private final ScanPool pool = new ScanPool(1);

  @AfterEach
  void close() {
    pool.close();
  }

  @Test
  void a_large_job_and_small_ones_take_turns() throws InterruptedException {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch smallOnesWait = new CountDownLatch(1);
    Thread large =
        Thread.ofPlatform()
            .start(
                () ->
                    pool.run(
                        100,
                        slice -> {
                          await(smallOnesWait);
                          order.add("large");
                        }));
    untilWaiting(1); // the thread has taken its first slice, or is about to
    List<Thread> small = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      small.add(Thread.ofPlatform().start(() -> pool.run(2, slice -> order.add("small"))));
    }
    untilWaiting(4);
    smallOnesWait.countDown();
    for (Thread thread : small) {
      thread.join();
    }
    large.join();

    assertThat(order).hasSize(106);
    // Two slices of each small one, and of the large one a slice before, between and after at most.
    assertThat(order.lastIndexOf("small")).isLessThan(3 * 2 + 3);
  }

  @Test
  void every_slice_runs_once() {
    int[] runs = new int[1000];
    pool.run(runs.length, slice -> runs[slice]++);
    assertThat(runs).containsOnly(1);
  }

  @Test
  void a_failure_ends_the_job_and_reaches_the_caller() {
    AtomicInteger runs = new AtomicInteger();
    assertThatThrownBy(
            () ->
                pool.run(
                    10,
                    slice -> {
                      runs.incrementAndGet();
                      throw new IllegalArgumentException("slice " + slice);
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("slice 0");
    assertThat(runs).hasValue(1);
    pool.run(1, slice -> runs.incrementAndGet());
    assertThat(runs).as("the pool goes on").hasValue(2);
  }

  @Test
  void a_closed_pool_takes_nothing() {
    pool.close();
    assertThatThrownBy(() -> pool.run(1, slice -> {})).isInstanceOf(IllegalStateException.class);
  }

  private void untilWaiting(int jobs) {
    while (pool.waiting() != jobs) {
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
