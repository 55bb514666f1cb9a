package dev.mien.server.media;

import dev.mien.server.fetch.Downloader;
import dev.mien.server.fetch.FetchException;
import dev.mien.server.work.WorkPool;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.ImageDecoder;
import dev.mien.vision.image.ImageException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Makes pictures of the two ways in which a request may give one. Thread-safe.
 *
 * <p>Base64 is the standard alphabet with or without padding; line breaks are skipped, as encoders
 * insert them, and everything else is refused, a {@code data:} prefix included. Spaces too: they
 * are what a plus sign becomes in a form that was not escaped.
 */
public final class ImageInputs {
  /** The largest file of a request that carries files as they are: the legacy API says 6 MB. */
  public static final int FILE_BYTES_MAX = 6 * 1024 * 1024;

  private final ImageDecoder decoder;
  private final Downloader downloader;
  private final WorkPool pool;
  private final int maxBase64Characters;

  /**
   * Makes pictures within limits.
   *
   * @param downloader fetches URLs
   * @param pool the pool on which {@link #load} is called; a download does not hold up its workers
   * @param maxBase64Characters the longest Base64 text; a file behind a URL may be as large as the
   *     content of such a text
   */
  public ImageInputs(
      ImageDecoder decoder, Downloader downloader, WorkPool pool, int maxBase64Characters) {
    this.decoder = decoder;
    this.downloader = downloader;
    this.pool = pool;
    this.maxBase64Characters = maxBase64Characters;
  }

  /**
   * The picture of a request. If both ways are used, the URL wins. An empty text is an absent one.
   *
   * @param base64 the file in Base64
   * @param url where to download the file
   */
  public Image load(@Nullable String base64, @Nullable String url) throws ImageInputException {
    return decode(bytes(base64, url));
  }

  /**
   * The file that a request gives, not yet decoded.
   *
   * @see #load
   */
  public byte[] bytes(@Nullable String base64, @Nullable String url) throws ImageInputException {
    byte[] bytes;
    if (url != null && !url.isEmpty()) {
      bytes = download(url);
    } else if (base64 != null && !base64.isEmpty()) {
      bytes = decodeBase64(base64);
    } else {
      throw new ImageInputException(ImageProblem.ABSENT, "Neither a picture nor a URL is given");
    }
    if (bytes.length > maxBytes()) {
      throw tooLarge();
    }
    return bytes;
  }

  /** The picture in a file that a request carries as it is. */
  public Image ofFile(byte[] file) throws ImageInputException {
    if (file.length > FILE_BYTES_MAX) {
      throw fileTooLarge();
    }
    return decode(file);
  }

  /** The picture behind a URL, of a request that could have carried the file as it is. */
  public Image ofUrl(String url) throws ImageInputException {
    return ofFile(download(url));
  }

  private static ImageInputException fileTooLarge() {
    return new ImageInputException(
        ImageProblem.TOO_LARGE, "The picture is larger than %d bytes".formatted(FILE_BYTES_MAX));
  }

  private byte[] decodeBase64(String base64) throws ImageInputException {
    if (base64.length() > maxBase64Characters) {
      throw tooLarge();
    }
    try {
      return Base64.getDecoder().decode(withoutLineBreaks(base64));
    } catch (IllegalArgumentException e) {
      throw new ImageInputException(ImageProblem.NOT_BASE64, "The picture is not in Base64");
    }
  }

  private static String withoutLineBreaks(String text) {
    return text.indexOf('\n') < 0 ? text : text.replace("\r", "").replace("\n", "");
  }

  private byte[] download(String url) throws ImageInputException {
    try {
      return pool.await(() -> downloader.fetch(url));
    } catch (FetchException e) {
      throw new ImageInputException(problem(e.problem()), messageOf(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImageInputException(ImageProblem.DOWNLOAD_FAILED, "The download was interrupted");
    }
  }

  private Image decode(byte[] bytes) throws ImageInputException {
    try {
      return decoder.decode(bytes);
    } catch (ImageException e) {
      throw new ImageInputException(problem(e.problem()), messageOf(e));
    }
  }

  private int maxBytes() {
    return maxBase64Characters / 4 * 3;
  }

  private ImageInputException tooLarge() {
    return new ImageInputException(
        ImageProblem.TOO_LARGE,
        "The picture is larger than %d bytes in Base64".formatted(maxBase64Characters));
  }

  private static String messageOf(Exception exception) {
    return String.valueOf(exception.getMessage());
  }

  private static ImageProblem problem(FetchException.Problem problem) {
    return switch (problem) {
      case URL_NOT_ALLOWED, ADDRESS_NOT_ALLOWED -> ImageProblem.URL_NOT_ALLOWED;
      case UNREACHABLE, BAD_RESPONSE, TOO_SLOW -> ImageProblem.DOWNLOAD_FAILED;
      case TOO_LARGE -> ImageProblem.TOO_LARGE;
      case BUSY -> ImageProblem.BUSY;
    };
  }

  private static ImageProblem problem(ImageException.Problem problem) {
    return switch (problem) {
      case EMPTY -> ImageProblem.EMPTY;
      case NOT_AN_IMAGE -> ImageProblem.NOT_AN_IMAGE;
      case FORMAT_NOT_SUPPORTED -> ImageProblem.FORMAT_NOT_SUPPORTED;
      case DECODE_FAILED, TOO_SLOW -> ImageProblem.DECODE_FAILED;
      case RESOLUTION_TOO_HIGH -> ImageProblem.RESOLUTION_TOO_HIGH;
      case RESOLUTION_TOO_LOW -> ImageProblem.RESOLUTION_TOO_LOW;
    };
  }
}
