package dev.mien.server.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** Near the end of the range: such clocks may start anywhere. */
  private long now = Long.MAX_VALUE - SECOND;

  private int allowed(RateLimit<String> limit, String asker, int requests) {
    int allowed = 0;
    for (int i = 0; i < requests; i++) {
      if (limit.tryAcquire(asker)) {
        allowed++;
      }
    }
    return allowed;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 20, 1000})
  void a_seconds_worth_is_allowed_at_once_and_then_the_pace(int perSecond) {
    RateLimit<String> limit = new RateLimit<>(perSecond, () -> now);
    assertThat(allowed(limit, "ann", 2 * perSecond)).isEqualTo(perSecond);
    for (int i = 0; i < 5; i++) {
      now += SECOND / perSecond;
      assertThat(allowed(limit, "ann", 3)).isEqualTo(1);
    }
  }

  @Test
  void who_was_quiet_gets_no_more_than_a_seconds_worth() {
    RateLimit<String> limit = new RateLimit<>(4, () -> now);
    assertThat(allowed(limit, "ann", 9)).isEqualTo(4);
    now += 3600 * SECOND;
    assertThat(allowed(limit, "ann", 9)).isEqualTo(4);
  }

  @Test
  void askers_do_not_take_from_each_other() {
    RateLimit<String> limit = new RateLimit<>(2, () -> now);
    assertThat(allowed(limit, "ann", 5)).isEqualTo(2);
    assertThat(allowed(limit, "bea", 5)).isEqualTo(2);
  }

  @Test
  void many_threads_get_together_what_one_would() throws Exception {
    RateLimit<String> limit = new RateLimit<>(50, () -> now);
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      tasks.add(() -> allowed(limit, "ann", 40));
    }
    int sum = 0;
    try (ExecutorService executor = Executors.newFixedThreadPool(tasks.size())) {
      for (Future<Integer> future : executor.invokeAll(tasks)) {
        sum += future.get();
      }
    }
    assertThat(sum).isEqualTo(50);
  }

  @Test
  void many_askers_take_no_more_memory_than_the_last_ones() {
    RateLimit<Integer> limit = new RateLimit<>(1, () -> now);
    for (int asker = 0; asker < 50_001; asker++) {
      assertThat(limit.tryAcquire(asker)).isTrue();
    }
    assertThat(limit.tryAcquire(50_000)).as("remembered").isFalse();
    assertThat(limit.tryAcquire(0)).as("forgotten").isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_000_000_001})
  void a_limit_that_is_none_is_refused(int perSecond) {
    assertThatThrownBy(() -> new RateLimit<String>(perSecond, () -> now))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
