package dev.mien.server.assembly;

import dev.mien.gallery.GalleryLimits;
import dev.mien.gallery.ModelVersion;
import dev.mien.media.MediaLimits;
import dev.mien.server.auth.AuthRules;
import dev.mien.server.config.ServerConfig;
import dev.mien.server.fetch.FetchRules;
import dev.mien.server.http.HttpLimits;
import dev.mien.server.http.TlsKeys;
import dev.mien.server.media.ImageInputs;
import dev.mien.server.video.VideoRules;
import dev.mien.server.work.RateLimit;
import dev.mien.server.work.WorkLimits;
import dev.mien.vision.EngineOptions;
import dev.mien.vision.image.ImageLimits;
import dev.mien.vision.video.VideoLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The configuration as each part of the server wants it. */
final class Settings {
  /** Base64 turns three bytes into four characters. */
  private static final int BASE64_CHARACTERS = 4;

  private static final int BASE64_BYTES = 3;

  private Settings() {}

  static HttpLimits http(ServerConfig.Limits limits) {
    return new HttpLimits(
        limits.body().intBytes(),
        limits.formBody().intBytes(),
        limits.query().intBytes(),
        limits.header().intBytes(),
        limits.headerTimeout(),
        limits.bodyTimeout(),
        limits.answerTimeout(),
        limits.idleTimeout(),
        limits.connections(),
        limits.connectionsPerAddress(),
        limits.bodiesInFlight().bytes(),
        limits.shutdownTime());
  }

  static Optional<TlsKeys> tls(ServerConfig.Tls tls) throws IOException {
    @Nullable Path keyStore = tls.keyStore();
    @Nullable Path passwordFile = tls.passwordFile();
    if (keyStore == null || passwordFile == null) {
      return Optional.empty();
    }
    String password = Files.readString(passwordFile).lines().findFirst().orElse("");
    return Optional.of(new TlsKeys(tls.port(), keyStore, password));
  }

  static AuthRules auth(ServerConfig config) {
    return new AuthRules(
        config.auth().maxSkew(),
        config.publicHosts(),
        config.auth().replayEntries(),
        config.auth().refuseRepeatedSignatures());
  }

  static WorkLimits work(ServerConfig config) {
    int workers = config.work().workers();
    return new WorkLimits(
        workers == 0 ? Runtime.getRuntime().availableProcessors() : workers,
        config.downloader().concurrency() + config.video().concurrency(),
        config.work().queue(),
        config.work().targetWait(),
        config.work().maxWait());
  }

  /** Empty means that requests are not limited. */
  static Optional<RateLimit<String>> rate(ServerConfig.Quotas quotas) {
    return quotas.requestsPerSecond() == 0
        ? Optional.empty()
        : Optional.of(new RateLimit<>(quotas.requestsPerSecond(), System::nanoTime));
  }

  /** The limits of the reference documents where nothing else is configured. */
  static GalleryLimits gallery(ServerConfig.Quotas quotas) {
    GalleryLimits defaults = GalleryLimits.defaults();
    return new GalleryLimits(
        quotas.groupsPerAccount(),
        quotas.facesPerAccount(),
        Map.of(
            ModelVersion.V2_0, quotas.facesPerOldGroup(),
            ModelVersion.V3_0, quotas.facesPerGroup()),
        defaults.fieldsPerGroup(),
        defaults.groupsPerPerson(),
        defaults.facesPerPerson(),
        defaults.facesPerUpload(),
        defaults.enrolments(),
        new GalleryLimits.Customs(
            quotas.customPersonsPerAccount(),
            defaults.customs().imagesPerPerson(),
            defaults.customs().categoriesPerAccount()),
        defaults.searches(),
        defaults.pages());
  }

  static FetchRules fetch(ServerConfig config) {
    return new FetchRules(
        config.downloader().allowPrivate(),
        config.downloader().connectTimeout(),
        config.downloader().totalTimeout(),
        Math.max(
            config.images().maxBase64().bytes() / BASE64_CHARACTERS * BASE64_BYTES,
            ImageInputs.FILE_BYTES_MAX),
        config.downloader().maxRedirects(),
        config.downloader().concurrency());
  }

  /** Videos are larger than pictures, and may take longer. */
  static FetchRules fetchVideos(ServerConfig config) {
    return new FetchRules(
        config.downloader().allowPrivate(),
        config.downloader().connectTimeout(),
        config.video().maxDownloadTime(),
        config.video().maxSize().bytes(),
        config.downloader().maxRedirects(),
        config.video().concurrency() + 1);
  }

  static VideoRules video(ServerConfig.Video video) {
    int threads = video.threads();
    return new VideoRules(
        video.enabled(),
        Optional.ofNullable(video.ffmpeg()),
        new VideoLimits(
            video.maxSize().bytes(),
            video.maxDuration(),
            video.minSide(),
            video.maxSide(),
            video.maxFrames(),
            video.samplesPerSecond(),
            video.maxTime()),
        threads == 0 ? Runtime.getRuntime().availableProcessors() : threads,
        video.concurrency(),
        video.waitingTasks());
  }

  static MediaLimits media(ServerConfig.Media media) {
    return new MediaLimits(
        media.maxObject().bytes(), media.maxTotal().bytes(), media.sweepInterval());
  }

  static EngineOptions engine(ServerConfig.Inference inference) {
    return new EngineOptions(inference.threads());
  }

  static ImageLimits images(ServerConfig.Images images) {
    return new ImageLimits(
        images.jpegMaxSide(),
        images.otherMaxSide(),
        images.minSide(),
        images.maxScans(),
        images.maxDecodeTime());
  }
}
