package dev.mien.server.assembly;

import dev.mien.gallery.Gallery;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.LoadProgress;
import dev.mien.gallery.SimilarityJobs;
import dev.mien.gallery.StoreException;
import dev.mien.gallery.account.AccountException;
import dev.mien.gallery.account.Accounts;
import dev.mien.gallery.index.IndexResources;
import dev.mien.gallery.store.DataDirectory;
import dev.mien.gallery.store.SqliteAccountStore;
import dev.mien.gallery.store.SqliteDatabase;
import dev.mien.gallery.store.SqliteGalleryStore;
import dev.mien.gallery.store.SqliteSimilarityJobStore;
import dev.mien.gallery.store.SqliteTaskStore;
import dev.mien.media.MediaLinks;
import dev.mien.media.MediaStore;
import dev.mien.server.auth.Authenticator;
import dev.mien.server.auth.LegacyAuthenticator;
import dev.mien.server.backup.Backup;
import dev.mien.server.config.ServerConfig;
import dev.mien.server.control.Commands;
import dev.mien.server.control.ControlSocket;
import dev.mien.server.control.Keys;
import dev.mien.server.control.MediaFiles;
import dev.mien.server.fetch.Downloader;
import dev.mien.server.http.Dispatcher;
import dev.mien.server.http.WebServer;
import dev.mien.server.ivld.ImageSweeper;
import dev.mien.server.legacy.LegacyCalls;
import dev.mien.server.legacy.LegacyEndpoint;
import dev.mien.server.media.ImageInputs;
import dev.mien.server.protocol.ActionRegistry;
import dev.mien.server.video.VideoFaceFinder;
import dev.mien.server.video.VideoFiles;
import dev.mien.server.video.VideoTasks;
import dev.mien.server.work.WorkPool;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.image.ImageDecoder;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A whole server in this process: everything from the listeners down to the data directory. */
public final class MienServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MienServer.class);

  /** Where videos lie in the data directory while they are looked at. */
  private static final String VIDEO_FOLDER = "incoming-videos";

  /** What to close, the last opened first. */
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  private final LoadProgress loadProgress = new LoadProgress();
  private final ServerConfig config;
  private final WebServer web;
  private final Accounts accounts;
  private final Optional<Path> firstRunCredentials;

  private MienServer(ServerConfig config, Clock clock)
      throws IOException, AccountException, ModelPackException, GalleryException {
    this.config = config;
    try {
      DataDirectory data = opened(DataDirectory.open(config.data()));
      this.web =
          opened(
              WebServer.open(
                  config.host(),
                  config.port(),
                  Settings.tls(config.tls()),
                  Settings.http(config.limits())));
      web.readiness().startsWith(this::loading);
      SqliteDatabase database = opened(SqliteDatabase.open(data));
      web.readiness()
          .suffersFrom(() -> database.damage().map(_ -> "the database is damaged, see the log"));
      this.accounts = Accounts.open(new SqliteAccountStore(database), data.path(), clock);
      MediaStore media = opened(MediaStores.open(data.path(), config.media(), clock));
      openControl(data.path(), database, media, clock);
      FaceEngine engine =
          opened(FaceEngine.open(pack(config.modelPack()), Settings.engine(config.inference())));
      WorkPool pool = opened(new WorkPool(Settings.work(config)));
      MediaLinks links = links(data.path(), clock);
      ServerServices services = services(database, engine, pool, media, links, clock);
      Dispatcher dispatcher = dispatcher(services, pool, clock);
      opened(
          ImageSweeper.start(
              services.gallery().customPersons(),
              media,
              accounts::accounts,
              config.media().sweepInterval(),
              clock));
      this.firstRunCredentials = FirstRun.prepare(accounts, data.path());
      web.serveMedia(media, links);
      web.serveLegacy(legacy(services, pool, clock));
      web.serve(dispatcher);
      // First opened, to know of an occupied port; first closed, so that no request is running
      // then.
      parts.remove(web);
      parts.push(web);
    } catch (Throwable e) {
      closeParts();
      throw e;
    }
  }

  /**
   * Starts a server; it is ready when this returns.
   *
   * @param clock what requests' timestamps are compared with, and the gallery's creation times
   * @throws StartException if the data directory is in use, a port is taken, the model pack cannot
   *     be used or the like
   */
  public static MienServer start(ServerConfig config, Clock clock) throws StartException {
    try {
      return new MienServer(config, clock);
    } catch (IOException
        | AccountException
        | ModelPackException
        | GalleryException
        | StoreException
        | UncheckedIOException
        | IllegalArgumentException e) {
      throw new StartException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Where clients without TLS reach it. */
  public URI uri() {
    boolean everywhere = config.host().equals("0.0.0.0") || config.host().equals("::");
    String host = everywhere ? "127.0.0.1" : config.host();
    String bracketed = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + bracketed + ":" + web.port());
  }

  /** Where clients with TLS reach it, if a key store is configured. */
  public Optional<Integer> tlsPort() {
    return web.tlsPort();
  }

  /** The accounts whose keys it accepts. */
  public Accounts accounts() {
    return accounts;
  }

  /** The file with the first account's keys, if this start has written it. */
  public Optional<Path> firstRunCredentials() {
    return firstRunCredentials;
  }

  /** Stops accepting, finishes the requests that run, and closes everything. */
  @Override
  public void close() {
    closeParts();
  }

  private Gallery gallery(SqliteDatabase database, FaceEngine engine, Clock clock)
      throws GalleryException {
    Embedders embedders = Embedders.of(engine);
    return opened(
        new Gallery(
            opened(new SqliteGalleryStore(database)),
            Settings.gallery(config.quotas()),
            embedders.versions(),
            embedders.calibrations(),
            clock,
            opened(IndexResources.open(config.data(), Runtime.getRuntime().availableProcessors())),
            loadProgress));
  }

  /** How far the start is; nothing before there is anything to tell. */
  private String loading() {
    long total = loadProgress.total();
    return total == 0 ? "" : "%d of %d faces are loaded".formatted(loadProgress.loaded(), total);
  }

  private ServerServices services(
      SqliteDatabase database,
      FaceEngine engine,
      WorkPool pool,
      MediaStore media,
      MediaLinks links,
      Clock clock)
      throws GalleryException {
    Gallery gallery = gallery(database, engine, clock);
    SimilarityJobs similarityJobs =
        opened(
            new SimilarityJobs(
                gallery,
                new SqliteSimilarityJobStore(database),
                new SimilarPersonFiles(media, clock),
                clock));
    ImageInputs images =
        new ImageInputs(
            new ImageDecoder(Settings.images(config.images())),
            opened(Downloader.start(Settings.fetch(config))),
            pool,
            config.images().maxBase64().intBytes());
    VideoFaceFinder videoFaces = videoFaces(engine, pool, media, clock);
    VideoTasks videoTasks =
        opened(
            new VideoTasks(
                videoFaces, new SqliteTaskStore(database), config.video().waitingTasks(), clock));
    return new ServerServices(
        gallery, similarityJobs, engine, images, media, videoFaces, videoTasks, links);
  }

  private VideoFaceFinder videoFaces(
      FaceEngine engine, WorkPool pool, MediaStore media, Clock clock) {
    return opened(
        new VideoFaceFinder(
            pool,
            media,
            Downloader.start(Settings.fetchVideos(config)),
            engine,
            Settings.video(config.video()),
            config.data().resolve(VIDEO_FOLDER),
            clock));
  }

  private Dispatcher dispatcher(ServerServices services, WorkPool pool, Clock clock) {
    return new Dispatcher(
        new Authenticator(accounts::find, Settings.auth(config), clock),
        ActionRegistry.load(),
        services,
        pool,
        Settings.rate(config.quotas()));
  }

  private LegacyEndpoint legacy(ServerServices services, WorkPool pool, Clock clock) {
    return new LegacyEndpoint(
        new LegacyAuthenticator(
            accounts::find,
            account -> accounts.accounts().contains(account),
            Settings.auth(config),
            clock),
        LegacyCalls.load(),
        services,
        pool,
        Settings.rate(config.quotas()));
  }

  private MediaLinks links(Path data, Clock clock) {
    @Nullable URI publicUrl = config.media().publicUrl();
    return new MediaLinks(
        publicUrl == null ? uri() : publicUrl,
        MediaStores.key(data),
        config.media().linkLifetime(),
        clock);
  }

  private void openControl(Path data, SqliteDatabase database, MediaStore media, Clock clock) {
    Commands commands =
        new Commands(
            new Keys(accounts),
            new MediaFiles(accounts, new VideoFiles(media)),
            new Backup(data, database, media, MediaStores.FOLDER, clock));
    try {
      opened(ControlSocket.open(data, commands));
    } catch (IOException e) {
      LOG.warn(
          "Keys and media can only be changed, and backups made, while the server is stopped: {}",
          e.getMessage());
    }
  }

  private static ModelPack pack(@Nullable Path directory) throws ModelPackException {
    return directory == null ? ModelPack.bundled() : ModelPack.ofDirectory(directory);
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  private void closeParts() {
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("{} did not close cleanly", part.getClass().getSimpleName(), e);
      }
    }
  }
}
