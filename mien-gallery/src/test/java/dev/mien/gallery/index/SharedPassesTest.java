package dev.mien.gallery.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class SharedPassesTest {
  private final SharedPasses<String, Integer, String> passes = new SharedPasses<>(4);
  private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());

  @Test
  void questions_that_come_during_a_pass_share_the_next_ones() throws Exception {
    CountDownLatch othersWait = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<String>> answers = new ArrayList<>();
      answers.add(threads.submit(() -> passes.ask("a", 0, all -> answer(all, othersWait))));
      until(() -> sizes.size() == 1);
      for (int i = 1; i <= 6; i++) {
        int question = i;
        answers.add(
            threads.submit(() -> passes.ask("a", question, all -> answer(all, othersWait))));
      }
      until(() -> passes.pending("a") == 7);
      assertThat(passes.ask("b", 9, all -> List.of("of b"))).as("others go on").isEqualTo("of b");
      othersWait.countDown();
      for (int i = 0; i <= 6; i++) {
        assertThat(answers.get(i).get()).isEqualTo("answer " + i);
      }
    }
    assertThat(sizes).containsExactlyInAnyOrder(1, 4, 2);
    assertThat(passes.pending("a")).isZero();
  }

  @Test
  void a_failure_reaches_who_asked_and_the_next_pass_goes_on() {
    assertThatThrownBy(
            () ->
                passes.ask(
                    "a",
                    1,
                    all -> {
                      throw new IllegalArgumentException("no");
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no");
    assertThat(passes.ask("a", 2, all -> List.of("two"))).isEqualTo("two");
  }

  private List<String> answer(List<Integer> questions, CountDownLatch othersWait) {
    sizes.add(questions.size());
    try {
      othersWait.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return questions.stream().map(question -> "answer " + question).toList();
  }

  private static void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
