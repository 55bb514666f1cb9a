package dev.mien.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Feeds a parser with damaged inputs for some time. Whatever comes, it must take it or refuse it in
 * the way it documents.
 *
 * <p>{@code -Dmien.fuzz.millis=N} for each target, {@code -Dmien.fuzz.seed=N} for other inputs. A
 * failure shows the input, which belongs into the corpus of the target then.
 */
public final class Fuzzing {
  private static final long SEED = Long.getLong("mien.fuzz.seed", 20261121);
  private static final long MILLIS = Long.getLong("mien.fuzz.millis", 3000);

  /** Of targets that take long for an input, too: always the same ones for a seed. */
  private static final int INPUTS_MIN = 12;

  /** What takes inputs. */
  @FunctionalInterface
  public interface Target {
    void accept(byte[] input) throws Exception;
  }

  private Fuzzing() {}

  /**
   * Feeds a target.
   *
   * @param corpus good inputs
   * @param dictionary words of the format
   * @param refusal the one kind of exception that the target documents
   */
  public static void run(
      List<byte[]> corpus,
      List<String> dictionary,
      Class<? extends Exception> refusal,
      Target target) {
    for (byte[] good : corpus) {
      assertThat(accepted(good, refusal, target)).as("a good input is accepted").isTrue();
    }
    Mutator mutator = new Mutator(corpus, dictionary, new Random(SEED));
    long accepted = 0;
    long refused = 0;
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLIS);
    while (System.nanoTime() < end || accepted + refused < INPUTS_MIN) {
      if (accepted(mutator.next(), refusal, target)) {
        accepted++;
      } else {
        refused++;
      }
    }
    assertThat(accepted).as("inputs that got through, of %d", accepted + refused).isPositive();
    assertThat(refused).as("inputs that were refused").isPositive();
  }

  private static boolean accepted(byte[] input, Class<? extends Exception> refusal, Target target) {
    try {
      target.accept(input.clone());
      return true;
    } catch (Throwable problem) {
      if (refusal.isInstance(problem)) {
        return false;
      }
      throw new AssertionError(
          "seed %d, input %s".formatted(SEED, Base64.getEncoder().encodeToString(input)), problem);
    }
  }
}
