package dev.mien.server.video;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.StoreException;
import dev.mien.media.MediaContent;
import dev.mien.media.MediaItem;
import dev.mien.media.MediaStore;
import dev.mien.server.fetch.Downloader;
import dev.mien.server.fetch.FetchException;
import dev.mien.server.work.WorkPool;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.video.VideoWork;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Finds the faces of videos, once for each video a day: who asks again is told the same result, and
 * who asks while another does waits for it. Thread-safe.
 */
public final class VideoFaceFinder implements AutoCloseable {
  private final WorkPool pool;
  private final MediaStore store;
  private final VideoFiles files;
  private final KeptFaces kept;
  private final Downloader downloader;
  private final IncomingVideos incoming;
  private final FaceAnalysis analysis;
  private final Semaphore places;
  private final ConcurrentMap<Key, CompletableFuture<FoundFaces>> running =
      new ConcurrentHashMap<>();

  /** A video of an account. */
  private record Key(AccountId account, String fingerprint) {}

  /**
   * Over a store.
   *
   * @param pool the pool on which {@link #find(AccountId, VideoSource)} is called; a video does not
   *     hold up its workers
   * @param downloader for videos; closed with this
   * @param folder where videos lie while they are looked at; emptied
   */
  public VideoFaceFinder(
      WorkPool pool,
      MediaStore store,
      Downloader downloader,
      FaceEngine engine,
      VideoRules rules,
      Path folder,
      Clock clock) {
    this.pool = pool;
    this.store = store;
    this.files = new VideoFiles(store);
    this.kept = new KeptFaces(store, clock);
    this.downloader = downloader;
    this.incoming = new IncomingVideos(folder);
    this.analysis = new FaceAnalysis(engine, rules);
    this.places = new Semaphore(rules.concurrency());
  }

  /**
   * The faces of a video, for a request that waits for them.
   *
   * @throws VideoRefusedException if there is something wrong with the video, or too many are in
   *     work
   */
  public FoundFaces find(AccountId account, VideoSource source) throws VideoRefusedException {
    check(account, source);
    if (!places.tryAcquire()) {
      throw new VideoRefusedException(VideoProblem.BUSY, "too many videos are in work");
    }
    try {
      return pool.await(() -> find(account, source, new VideoWork()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VideoRefusedException(VideoProblem.STOPPING, "the server is stopping");
    } finally {
      places.release();
    }
  }

  /** Refuses at once what {@link #find} would refuse whatever the video is. */
  void check(AccountId account, VideoSource source) throws VideoRefusedException {
    analysis.requireAvailable();
    switch (source) {
      case VideoSource.File(String fileId) -> file(account, fileId);
      case VideoSource.Url(String url) -> {
        try {
          Downloader.check(url);
        } catch (FetchException e) {
          throw refused(e);
        }
      }
    }
  }

  /** The faces of a video; takes as long as it takes. */
  FoundFaces find(AccountId account, VideoSource source, VideoWork work)
      throws VideoRefusedException, InterruptedException {
    try (IncomingVideos.Incoming video = incoming.create()) {
      fetch(account, source, video.path());
      String fingerprint = fingerprint(video.path());
      Optional<FoundFaces> known = kept.ofContent(account, fingerprint);
      return known.isPresent()
          ? known.get()
          : once(new Key(account, fingerprint), video.path(), work);
    }
  }

  /** The result of a session; empty if it is unknown, another's, or no longer kept. */
  Optional<FoundFaces> ofSession(AccountId account, String sessionId) {
    return kept.ofSession(account, sessionId);
  }

  private FoundFaces once(Key key, Path video, VideoWork work)
      throws VideoRefusedException, InterruptedException {
    CompletableFuture<FoundFaces> mine = new CompletableFuture<>();
    CompletableFuture<FoundFaces> other = running.putIfAbsent(key, mine);
    if (other != null) {
      return await(other);
    }
    try {
      // It may have been kept between the look for it and now.
      Optional<FoundFaces> known = kept.ofContent(key.account(), key.fingerprint());
      FoundFaces found =
          known.isPresent()
              ? known.get()
              : kept.keep(key.account(), key.fingerprint(), analysis.analyze(video, work));
      mine.complete(found);
      return found;
    } catch (VideoRefusedException | RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      running.remove(key);
    }
  }

  private static FoundFaces await(CompletableFuture<FoundFaces> other)
      throws VideoRefusedException, InterruptedException {
    try {
      return other.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof VideoRefusedException refused
          ? refused
          : new VideoRefusedException(VideoProblem.INTERNAL, "the server failed");
    }
  }

  private void fetch(AccountId account, VideoSource source, Path target)
      throws VideoRefusedException, InterruptedException {
    switch (source) {
      case VideoSource.Url(String url) -> {
        try {
          downloader.fetch(url, target);
        } catch (FetchException e) {
          throw refused(e);
        }
      }
      case VideoSource.File(String fileId) -> copy(file(account, fileId), target);
    }
  }

  private MediaItem file(AccountId account, String fileId) throws VideoRefusedException {
    return files
        .find(account, fileId)
        .orElseThrow(
            () -> new VideoRefusedException(VideoProblem.FILE_UNKNOWN, "there is no such file"));
  }

  private void copy(MediaItem item, Path target) throws VideoRefusedException {
    try (MediaContent content =
            store
                .open(item.id())
                .orElseThrow(
                    () ->
                        new VideoRefusedException(
                            VideoProblem.FILE_UNKNOWN, "there is no such file any more"));
        OutputStream out = Files.newOutputStream(target)) {
      content.writeTo(out, 0, item.sizeBytes());
    } catch (IOException e) {
      throw new StoreException("A video cannot be written to the disk: " + e, e);
    }
  }

  private String fingerprint(Path video) {
    try (InputStream content = Files.newInputStream(video)) {
      return store.fingerprint(content);
    } catch (IOException e) {
      throw new StoreException("A video cannot be read from the disk: " + e, e);
    }
  }

  private static VideoRefusedException refused(FetchException e) {
    VideoProblem problem =
        switch (e.problem()) {
          case URL_NOT_ALLOWED, ADDRESS_NOT_ALLOWED -> VideoProblem.URL_NOT_ALLOWED;
          case UNREACHABLE, BAD_RESPONSE, TOO_SLOW -> VideoProblem.DOWNLOAD_FAILED;
          case TOO_LARGE -> VideoProblem.NOT_ACCEPTED;
          case BUSY -> VideoProblem.BUSY;
        };
    return new VideoRefusedException(problem, String.valueOf(e.getMessage()));
  }

  /** Ends downloads and analyses; those who wait for them learn that the server is stopping. */
  @Override
  public void close() {
    downloader.close();
    analysis.close();
  }
}
