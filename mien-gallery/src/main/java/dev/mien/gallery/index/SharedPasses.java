package dev.mien.gallery.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets questions about the same thing share one pass. The first is answered at once; those that
 * come meanwhile gather and are answered together by the next pass. Thread-safe.
 *
 * @param <K> what a pass goes over
 * @param <Q> a question
 * @param <A> its answer
 */
final class SharedPasses<K, Q, A> {
  private final int questionsMax;
  private final Map<K, Line<Q, A>> lines = new HashMap<>();

  /**
   * Without questions yet.
   *
   * @param questionsMax how many one pass may answer
   */
  SharedPasses(int questionsMax) {
    this.questionsMax = questionsMax;
  }

  /**
   * Answers a question, alone or with others.
   *
   * @param pass answers questions in their order; what it throws goes to all who asked
   */
  A ask(K key, Q question, Function<List<Q>, List<A>> pass) {
    Line<Q, A> line;
    Gathering<Q, A> gathering;
    int place;
    synchronized (lines) {
      line = lines.computeIfAbsent(key, name -> new Line<>());
      line.users++;
      if (line.gathering == null || line.gathering.questions.size() == questionsMax) {
        line.gathering = new Gathering<>();
      }
      gathering = line.gathering;
      place = gathering.questions.size();
      gathering.questions.add(question);
    }
    try {
      if (place == 0) {
        lead(line, gathering, pass);
      }
      return gathering.answers.join().get(place);
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw e;
      }
    } finally {
      synchronized (lines) {
        if (--line.users == 0) {
          lines.remove(key);
        }
      }
    }
  }

  /** How many questions have been asked about a thing, and not been answered. */
  int pending(K key) {
    synchronized (lines) {
      Line<Q, A> line = lines.get(key);
      return line == null ? 0 : line.users;
    }
  }

  private void lead(Line<Q, A> line, Gathering<Q, A> gathering, Function<List<Q>, List<A>> pass) {
    line.turn.lock();
    try {
      synchronized (lines) {
        if (line.gathering == gathering) {
          line.gathering = null; // who comes now is too late for this pass
        }
      }
      gathering.answers.complete(pass.apply(gathering.questions));
    } catch (RuntimeException | Error e) {
      gathering.answers.completeExceptionally(e);
    } finally {
      line.turn.unlock();
    }
  }

  /** All who ask about one thing. */
  private static final class Line<Q, A> {
    final ReentrantLock turn = new ReentrantLock(true);
    int users;
    @Nullable Gathering<Q, A> gathering;
  }

  /** Questions of one pass; the thread that asked the first one leads. */
  private static final class Gathering<Q, A> {
    final List<Q> questions = new ArrayList<>();
    final CompletableFuture<List<A>> answers = new CompletableFuture<>();
  }
}
