package dev.mien.server.video;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.task.Task;
import dev.mien.gallery.task.TaskStore;
import dev.mien.server.video.TaskText.Ending;
import dev.mien.server.video.VideoTask.Found;
import dev.mien.server.video.VideoTask.Order;
import dev.mien.server.video.VideoTask.Outcome;
import dev.mien.server.video.VideoTask.Refused;
import dev.mien.vision.video.VideoWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for faces of videos in the background, one video after another, those of the highest
 * priority first. Tasks stand in the store: one that was cut off begins again when the program
 * starts. Thread-safe.
 */
public final class VideoTasks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(VideoTasks.class);

  private static final String KIND = "vod-face-info";

  /** As long as the reference tells of tasks, and refuses the same mark again. */
  private static final Duration RETENTION = Duration.ofDays(3);

  /** A video that ends the whole program must not do so at every start. */
  private static final int ATTEMPTS_MAX = 3;

  private static final int ALL_PERCENT = 100;

  private final VideoFaceFinder finder;
  private final TaskStore store;
  private final int unfinishedMax;
  private final Clock clock;

  /** What is being worked on, by its task. */
  private final Map<String, VideoWork> works = new ConcurrentHashMap<>();

  /** Holds one wish to look beside the look that is being taken: further ones would add nothing. */
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(1),
          Thread.ofPlatform().name("mien-video-tasks").daemon().factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  private volatile boolean stopping;

  /**
   * Takes up the tasks that are not finished.
   *
   * @param unfinishedMax tasks of one account that may wait or run
   */
  public VideoTasks(VideoFaceFinder finder, TaskStore store, int unfinishedMax, Clock clock) {
    this.finder = finder;
    this.store = store;
    this.unfinishedMax = unfinishedMax;
    this.clock = clock;
    thread.execute(this::look);
  }

  /**
   * Begins a task; it is on the disk when this returns.
   *
   * @return its id
   * @throws VideoRefusedException if the video is none that could be looked at, the mark was used
   *     before, or the account has too many tasks
   */
  public String start(AccountId account, Order order) throws VideoRefusedException {
    finder.check(account, order.source());
    Instant now = now();
    String id =
        "%d-DescribeAigcFaceInfoAsync-%st"
            .formatted(order.subAppId(), UUID.randomUUID().toString().replace("-", ""));
    Task task =
        new Task(
            id,
            account,
            KIND,
            order.mark(),
            order.priority(),
            TaskText.of(order),
            now,
            Task.Progress.WAITING);
    add(task, now);
    thread.execute(this::look);
    return id;
  }

  private synchronized void add(Task task, Instant now) throws VideoRefusedException {
    if (store.unfinished(task.account(), KIND) >= unfinishedMax) {
      throw new VideoRefusedException(
          VideoProblem.BUSY, "%d tasks are not finished".formatted(unfinishedMax));
    }
    if (!store.addUnlessMarked(task, now.minus(RETENTION))) {
      throw new VideoRefusedException(VideoProblem.REPEATED, "the mark was used before");
    }
  }

  /** The account's task of an id. */
  public Optional<VideoTask> task(AccountId account, String id) {
    return store.task(account, id).filter(task -> task.kind().equals(KIND)).map(this::told);
  }

  private VideoTask told(Task task) {
    Task.Progress progress = task.progress();
    Optional<Outcome> outcome =
        progress.finishedAt().map(_ -> outcome(task, TaskText.ending(progress.result())));
    return new VideoTask(
        task.id(),
        TaskText.order(task.request(), task.mark(), task.priority()),
        task.createdAt(),
        progress.begunAt(),
        progress.finishedAt(),
        outcome.isPresent() ? ALL_PERCENT : percent(task),
        outcome);
  }

  private int percent(Task task) {
    VideoWork work = works.get(task.id());
    return work == null ? 0 : (int) Math.min(ALL_PERCENT - 1, ALL_PERCENT * work.share());
  }

  private Outcome outcome(Task task, Ending ending) {
    VideoProblem problem = ending.problem();
    String session = ending.session();
    if (session != null) {
      return new Found(finder.ofSession(task.account(), session));
    }
    return new Refused(problem == null ? VideoProblem.INTERNAL : problem, ending.detail());
  }

  private void look() {
    try {
      store.forgetFinishedBefore(KIND, now().minus(RETENTION));
      List<Task> next = store.unfinished(KIND);
      while (!next.isEmpty() && !stopping) {
        run(next.getFirst());
        next = store.unfinished(KIND);
      }
    } catch (RuntimeException e) {
      LOG.error("Tasks that look at videos are left until the next occasion", e);
    }
  }

  private void run(Task task) {
    if (task.progress().attempts() >= ATTEMPTS_MAX) {
      finish(
          task,
          Ending.refused(
              VideoProblem.INTERNAL,
              "the server ended %d times while it looked at the video".formatted(ATTEMPTS_MAX)));
      return;
    }
    Task begun = task.with(task.progress().begun(now()));
    store.change(begun);
    LOG.info("Task {} looks at a video", begun.id());
    Optional<Ending> ending = ending(begun);
    if (ending.isPresent()) {
      finish(begun, ending.get());
    } else {
      // Cut off on purpose: this was no attempt.
      store.change(task);
    }
  }

  /** Empty if it was cut off. */
  private Optional<Ending> ending(Task task) {
    VideoWork work = new VideoWork();
    works.put(task.id(), work);
    try {
      VideoSource source = TaskText.order(task.request(), "", 0).source();
      return Optional.of(Ending.found(finder.find(task.account(), source, work).sessionId()));
    } catch (VideoRefusedException e) {
      return stopping ? Optional.empty() : Optional.of(Ending.refused(e.problem(), e.detail()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (RuntimeException e) {
      LOG.error("Task {} failed", task.id(), e);
      return Optional.of(Ending.refused(VideoProblem.INTERNAL, "the server failed"));
    } finally {
      works.remove(task.id());
    }
  }

  private void finish(Task task, Ending ending) {
    store.change(task.with(task.progress().finished(now(), TaskText.of(ending))));
    VideoProblem problem = ending.problem();
    LOG.info("Task {} is done{}", task.id(), problem == null ? "" : ": " + problem);
  }

  private Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }

  /** Leaves the task that is being worked on as it is; the next start takes it up again. */
  @Override
  public void close() {
    stopping = true;
    finder.close();
    thread.close();
  }
}
