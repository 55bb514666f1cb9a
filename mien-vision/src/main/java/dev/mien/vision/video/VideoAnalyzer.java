package dev.mien.vision.video;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.embed.EmbedderInfo;
import dev.mien.vision.model.InferenceException;
import dev.mien.vision.video.VideoException.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Finds the faces of videos and follows them. Thread-safe; all calls share its threads. One call
 * holds at most a few pictures a thread, whatever the video's length.
 */
public final class VideoAnalyzer implements AutoCloseable {

  /** Smallest face as a share of the picture's shorter side: smaller ones show no speaking face. */
  private static final double FACE_SHARE_MIN = 0.045;

  private static final int FACE_PIXELS_MIN = 20;

  /**
   * A face that is missed in one picture is seen in the next: not worth twice the windows. A
   * picture of 1280 x 720 is searched in three windows so, and in seven otherwise.
   */
  private static final double COARSENESS = 1.3;

  private static final int FACES_MAX = 16;

  /** Pictures and faces in work, for each thread: one at work, one ready, one being read. */
  private static final int IN_WORK_PER_THREAD = 3;

  /** The false match rate at which two sightings in one video count as one person: 1 %. */
  private static final double SAME_LOG10_FALSE_MATCH_RATE = -2;

  private static final String MODEL_VERSION = "3.0";

  private final FaceEngine engine;
  private final Ffmpeg programs;
  private final VideoProbe probe;
  private final ExecutorService workers;
  private final int inWorkMax;
  private final double sameSimilarity;
  private final Set<VideoWork> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closing;

  /**
   * @param threads pictures looked at at the same time
   */
  public VideoAnalyzer(FaceEngine engine, Ffmpeg programs, int threads) {
    this.engine = engine;
    this.programs = programs;
    this.probe = new VideoProbe(programs);
    this.workers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("mien-video-", 0).factory());
    this.inWorkMax = IN_WORK_PER_THREAD * threads;
    this.sameSimilarity = similarity(engine.embedder(MODEL_VERSION), SAME_LOG10_FALSE_MATCH_RATE);
  }

  /** The least similarity of the calibration whose false match rate is at most this. */
  private static double similarity(EmbedderInfo embedder, double log10FalseMatchRate) {
    double[] rates = embedder.log10FalseMatchRates();
    double[] similarities = embedder.similarities();
    for (int i = 0; i < rates.length; i++) {
      if (rates[i] <= log10FalseMatchRate) {
        return similarities[i];
      }
    }
    return similarities[similarities.length - 1];
  }

  /** A picture and the faces that are being looked for in it. */
  private record Looked(Frame frame, Future<List<Face>> faces) {}

  /**
   * The tracks of all faces of a video file.
   *
   * @throws VideoException when the file is no video within the limits, or the time is over
   */
  public VideoFaces analyze(Path file, VideoLimits limits) throws VideoException {
    return analyze(file, limits, new VideoWork());
  }

  /**
   * The tracks of all faces of a video file.
   *
   * @param work tells how far this is, and ends it before its time
   * @throws VideoException when the file is no video within the limits, the time is over, or the
   *     work was cancelled
   */
  public VideoFaces analyze(Path file, VideoLimits limits, VideoWork work) throws VideoException {
    running.add(work);
    try {
      if (closing) {
        work.cancel();
      }
      return followed(file, limits, work);
    } finally {
      running.remove(work);
    }
  }

  private VideoFaces followed(Path file, VideoLimits limits, VideoWork work) throws VideoException {
    long deadlineNanos = System.nanoTime() + limits.maxProcessingTime().toNanos();
    work.check();
    VideoInfo info = probe.probe(file, limits, work);
    Duration left = Duration.ofNanos(deadlineNanos - System.nanoTime());
    try (FrameSource source = new FrameSource(programs, file, info, limits, left, work)) {
      return follow(source, info, limits, work);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VideoException(Problem.CANCELLED, "interrupted", e);
    } catch (RejectedExecutionException e) {
      throw new VideoException(Problem.CANCELLED, "the program is ending", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InferenceException failed) {
        throw failed;
      }
      throw new VideoException(Problem.DECODE_FAILED, "a picture could not be looked at", e);
    }
  }

  private VideoFaces follow(FrameSource source, VideoInfo info, VideoLimits limits, VideoWork work)
      throws VideoException, InterruptedException, ExecutionException {
    double scale = source.scale(info);
    Semaphore room = new Semaphore(inWorkMax);
    Tracker tracker =
        new Tracker(
            (frame, face) -> submit(room, () -> engine.embed(frame.image(), face, MODEL_VERSION)),
            sameSimilarity,
            scale);
    Deque<Looked> pending = new ArrayDeque<>();
    long lastMillis = 0;
    for (Optional<Frame> next = source.next(); next.isPresent(); next = source.next()) {
      Frame frame = next.get();
      lastMillis = frame.timeMillis();
      work.advance(lastMillis, info.durationMillis());
      if (pending.size() >= inWorkMax / 2) {
        take(pending, tracker);
      }
      pending.add(new Looked(frame, submit(room, () -> faces(frame))));
    }
    while (!pending.isEmpty()) {
      take(pending, tracker);
    }
    long periodMillis = Math.round(1000.0 / limits.samplesPerSecond());
    long durationMillis =
        info.durationMillis() > 0 ? info.durationMillis() : lastMillis + periodMillis;
    List<FaceTrack> tracks =
        new TrackJoiner(sameSimilarity)
            .join(tracker.finish()).stream()
                .map(
                    track ->
                        track.track(
                            Math.max(
                                track.last().timeMillis(),
                                Math.min(
                                    durationMillis, track.last().timeMillis() + periodMillis))))
                .toList();
    return new VideoFaces(info, durationMillis, tracks);
  }

  private static void take(Deque<Looked> pending, Tracker tracker)
      throws VideoException, InterruptedException, ExecutionException {
    Looked oldest = pending.remove();
    tracker.add(oldest.frame(), oldest.faces().get());
  }

  private List<Face> faces(Frame frame) {
    double size = FACE_SHARE_MIN * Math.min(frame.image().width(), frame.image().height());
    int smallest = Math.max(FACE_PIXELS_MIN, (int) Math.ceil(size));
    return engine.detect(frame.image(), new DetectOptions(FACES_MAX, smallest, false, COARSENESS));
  }

  /** Work in the background; waits while too much is in work. */
  private <T> Future<T> submit(Semaphore room, Callable<T> work) throws InterruptedException {
    room.acquire();
    return workers.submit(
        () -> {
          try {
            return work.call();
          } finally {
            room.release();
          }
        });
  }

  /** Cancels what is running and ends the threads. */
  @Override
  public void close() {
    closing = true;
    running.forEach(VideoWork::cancel);
    workers.shutdown();
    try {
      workers.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
