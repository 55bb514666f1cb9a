package dev.mien.server.ivld;

import dev.mien.server.media.ImageInputException;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.CommonError;
import dev.mien.vision.image.Image;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Pictures of requests, with IVLD's errors. */
final class ImageSource {
  private ImageSource() {}

  /**
   * Reads the picture that a request carries or points to; if it does both, only the picture that
   * it carries counts. An empty text is an absent one.
   */
  static Image load(Call call, @Nullable String image, @Nullable String imageUrl)
      throws ApiException {
    boolean carried = image != null && !image.isEmpty();
    if (!carried && imageUrl != null && !imageUrl.isEmpty()) {
      checkForm(imageUrl);
    }
    try {
      return carried
          ? call.services().images().load(image, null)
          : call.services().images().load(null, imageUrl);
    } catch (ImageInputException e) {
      throw refused(e);
    }
  }

  /** Tells what is no URL from what is one of a kind that is not downloaded from. */
  private static void checkForm(String imageUrl) throws ApiException {
    URI url;
    try {
      url = new URI(imageUrl.strip());
    } catch (URISyntaxException e) {
      throw new ApiException(IvldError.INVALID_URL);
    }
    String scheme = url.getScheme();
    if (scheme == null) {
      throw new ApiException(IvldError.INVALID_URL);
    }
    if (!scheme.toLowerCase(Locale.ROOT).matches("https?")) {
      throw new ApiException(IvldError.UNSUPPORT_URL, "neither http nor https");
    }
    if (url.getHost() == null) {
      throw new ApiException(IvldError.INVALID_URL);
    }
  }

  static ApiException refused(ImageInputException e) {
    String detail = String.valueOf(e.getMessage());
    return switch (e.problem()) {
      case ABSENT -> Parameters.invalid("Image", "neither it nor ImageURL is given");
      case URL_NOT_ALLOWED -> new ApiException(IvldError.UNSUPPORT_URL, detail);
      case DOWNLOAD_FAILED -> new ApiException(IvldError.DOWNLOAD_FAILED, detail);
      case BUSY -> new ApiException(CommonError.REQUEST_LIMIT_EXCEEDED);
      case EMPTY,
          NOT_BASE64,
          TOO_LARGE,
          NOT_AN_IMAGE,
          FORMAT_NOT_SUPPORTED,
          DECODE_FAILED,
          RESOLUTION_TOO_HIGH,
          RESOLUTION_TOO_LOW ->
          new ApiException(IvldError.INVALID_IMAGE, detail);
    };
  }
}
