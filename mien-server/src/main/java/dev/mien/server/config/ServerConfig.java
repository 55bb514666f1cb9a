package dev.mien.server.config;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every setting, valid. {@code defaults.yaml} says what each one means.
 *
 * @param host name or address of the interface to listen on
 * @param port 0 for any free one
 * @param data the data directory
 * @param modelPack the directory of a model pack, or null for the bundled one
 * @param publicHosts hosts that clients may sign besides the one they send
 */
public record ServerConfig(
    String host,
    int port,
    Path data,
    @Nullable Path modelPack,
    Set<String> publicHosts,
    Tls tls,
    Limits limits,
    Auth auth,
    Work work,
    Quotas quotas,
    Inference inference,
    Images images,
    Download downloader,
    Media media,
    Video video) {
  private static final int MAX_PORT = 65_535;

  public ServerConfig {
    requireNonNull(host, "host is empty");
    requirePort(port);
    requireNonNull(data, "data is empty");
    publicHosts = Set.copyOf(publicHosts);
    requireNonNull(tls, "tls is empty");
    requireNonNull(limits, "limits is empty");
    requireNonNull(auth, "auth is empty");
    requireNonNull(work, "work is empty");
    requireNonNull(quotas, "quotas is empty");
    requireNonNull(inference, "inference is empty");
    requireNonNull(images, "images is empty");
    requireNonNull(downloader, "downloader is empty");
    requireNonNull(media, "media is empty");
    requireNonNull(video, "video is empty");
  }

  /** The listener for TLS, if there is a key store. */
  public record Tls(@Nullable Path keyStore, @Nullable Path passwordFile, int port) {
    public Tls {
      requirePort(port);
      if (keyStore != null && passwordFile == null) {
        throw new IllegalArgumentException("key-store needs password-file");
      }
    }
  }

  /** Sizes, times and numbers of requests and connections; 0 an address means no limit. */
  public record Limits(
      DataSize body,
      DataSize formBody,
      DataSize query,
      DataSize header,
      Duration headerTimeout,
      Duration bodyTimeout,
      Duration answerTimeout,
      Duration idleTimeout,
      int connections,
      int connectionsPerAddress,
      DataSize bodiesInFlight,
      Duration shutdownTime) {
    public Limits {
      requirePositive("header-timeout", headerTimeout);
      requirePositive("body-timeout", bodyTimeout);
      requirePositive("answer-timeout", answerTimeout);
      requirePositive("idle-timeout", idleTimeout);
      requirePositive("connections", connections);
      if (connectionsPerAddress < 0) {
        throw new IllegalArgumentException(
            "connections-per-address must not be negative: " + connectionsPerAddress);
      }
      requireNonNull(shutdownTime, "shutdown-time is empty");
      if (Math.max(body.bytes(), formBody.bytes()) > bodiesInFlight.bytes()) {
        throw new IllegalArgumentException("bodies-in-flight is smaller than one body");
      }
      if (header.bytes() <= query.bytes()) {
        throw new IllegalArgumentException("header, which includes the query, must be larger");
      }
    }
  }

  /** How signatures are judged. */
  public record Auth(Duration maxSkew, int replayEntries, boolean refuseRepeatedSignatures) {
    public Auth {
      requirePositive("max-skew", maxSkew);
      requirePositive("replay-entries", replayEntries);
    }
  }

  /** The pool on which actions run; 0 workers means one for each processor. */
  public record Work(int workers, int queue, Duration maxWait, Duration targetWait) {
    public Work {
      if (workers < 0) {
        throw new IllegalArgumentException("workers must not be negative: " + workers);
      }
      requirePositive("queue", queue);
      requirePositive("max-wait", maxWait);
      requirePositive("target-wait", targetWait);
    }
  }

  /** How much an account may ask for and have; 0 requests a second means no limit. */
  public record Quotas(
      int requestsPerSecond,
      long groupsPerAccount,
      long facesPerAccount,
      long facesPerOldGroup,
      long facesPerGroup,
      long customPersonsPerAccount) {
    public Quotas {
      if (requestsPerSecond < 0) {
        throw new IllegalArgumentException(
            "requests-per-second must not be negative: " + requestsPerSecond);
      }
      requirePositive("groups-per-account", groupsPerAccount);
      requirePositive("faces-per-account", facesPerAccount);
      requirePositive("faces-per-old-group", facesPerOldGroup);
      requirePositive("faces-per-group", facesPerGroup);
      requirePositive("custom-persons-per-account", customPersonsPerAccount);
    }
  }

  /** How nets are run. */
  public record Inference(int threads) {
    public Inference {
      requirePositive("threads", threads);
    }
  }

  /** What pictures may be. */
  public record Images(
      DataSize maxBase64,
      int jpegMaxSide,
      int otherMaxSide,
      int minSide,
      int maxScans,
      Duration maxDecodeTime) {
    public Images {
      requirePositive("max-base64", maxBase64.intBytes());
      requirePositive("jpeg-max-side", jpegMaxSide);
      requirePositive("other-max-side", otherMaxSide);
      requirePositive("min-side", minSide);
      requirePositive("max-scans", maxScans);
      requirePositive("max-decode-time", maxDecodeTime);
    }
  }

  /** What downloads of URLs may do. */
  public record Download(
      boolean allowPrivate,
      Duration connectTimeout,
      Duration totalTimeout,
      int maxRedirects,
      int concurrency) {
    public Download {
      requirePositive("connect-timeout", connectTimeout);
      requirePositive("total-timeout", totalTimeout);
      requirePositive("concurrency", concurrency);
      if (maxRedirects < 0) {
        throw new IllegalArgumentException("max-redirects must not be negative: " + maxRedirects);
      }
    }
  }

  /** What is kept in files, and the links to it. */
  public record Media(
      @Nullable URI publicUrl,
      Duration linkLifetime,
      DataSize maxObject,
      DataSize maxTotal,
      Duration sweepInterval) {
    public Media {
      if (publicUrl != null && !isWebAddress(publicUrl)) {
        throw new IllegalArgumentException(
            "public-url must be http://… or https://… without query: " + publicUrl);
      }
      requirePositive("link-lifetime", linkLifetime);
      requirePositive("max-object", maxObject.bytes());
      requirePositive("sweep-interval", sweepInterval);
      if (maxTotal.bytes() < maxObject.bytes()) {
        throw new IllegalArgumentException("max-total is smaller than max-object");
      }
    }

    private static boolean isWebAddress(URI address) {
      boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      return web
          && address.getHost() != null
          && address.getRawQuery() == null
          && address.getRawFragment() == null
          && address.getRawUserInfo() == null;
    }
  }

  /** How videos are looked at; 0 threads means one for each processor. */
  public record Video(
      boolean enabled,
      @Nullable Path ffmpeg,
      DataSize maxSize,
      Duration maxDuration,
      int minSide,
      int maxSide,
      long maxFrames,
      int samplesPerSecond,
      Duration maxDownloadTime,
      Duration maxTime,
      int concurrency,
      int threads,
      int waitingTasks) {
    private static final int MAX_SAMPLES_PER_SECOND = 30;

    public Video {
      requirePositive("max-size", maxSize.bytes());
      requirePositive("max-duration", maxDuration);
      requirePositive("min-side", minSide);
      requirePositive("max-frames", maxFrames);
      requirePositive("max-download-time", maxDownloadTime);
      requirePositive("max-time", maxTime);
      requirePositive("concurrency", concurrency);
      requirePositive("waiting-tasks", waitingTasks);
      if (maxSide < minSide) {
        throw new IllegalArgumentException("max-side is smaller than min-side");
      }
      if (samplesPerSecond < 1 || samplesPerSecond > MAX_SAMPLES_PER_SECOND) {
        throw new IllegalArgumentException(
            "samples-per-second must lie between 1 and %d: %d"
                .formatted(MAX_SAMPLES_PER_SECOND, samplesPerSecond));
      }
      if (threads < 0) {
        throw new IllegalArgumentException("threads must not be negative: " + threads);
      }
    }
  }

  private static void requirePort(int port) {
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("port must lie between 0 and 65535: " + port);
    }
  }

  private static void requirePositive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be positive: " + value);
    }
  }

  private static void requirePositive(String name, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException(name + " must be positive: " + value);
    }
  }
}
