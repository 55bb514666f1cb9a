package dev.mien.server.iai;

import dev.mien.server.media.ImageInputException;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.vision.image.Image;
import org.jspecify.annotations.Nullable;

/** Pictures of requests, with IAI's errors. */
final class Pictures {
  private Pictures() {}

  /**
   * Reads the picture that a request carries or points to; if it does both, only the Url counts.
   */
  static Image load(Call call, @Nullable String image, @Nullable String url) throws ApiException {
    return load(call, image, url, "Image");
  }

  /**
   * Like {@link #load(Call, String, String)}, for parameters of other names.
   *
   * @param parameter what to call missing when there is neither
   */
  static Image load(Call call, @Nullable String image, @Nullable String url, String parameter)
      throws ApiException {
    try {
      return call.services().images().load(image, url);
    } catch (ImageInputException e) {
      throw refused(e, parameter);
    }
  }

  static ApiException refused(ImageInputException e, String parameter) {
    String detail = String.valueOf(e.getMessage());
    return switch (e.problem()) {
      case ABSENT -> new ApiException(IaiError.ERROR_PARAMETER_EMPTY, parameter);
      case EMPTY -> new ApiException(IaiError.IMAGE_EMPTY);
      case TOO_LARGE -> new ApiException(IaiError.IMAGE_SIZE_EXCEED, detail);
      case URL_NOT_ALLOWED -> new ApiException(IaiError.URL_ILLEGAL, detail);
      case DOWNLOAD_FAILED -> new ApiException(IaiError.IMAGE_DOWNLOAD_ERROR, detail);
      case BUSY -> new ApiException(IaiError.REQUEST_LIMIT_EXCEEDED);
      case NOT_BASE64, NOT_AN_IMAGE, FORMAT_NOT_SUPPORTED, DECODE_FAILED ->
          new ApiException(IaiError.IMAGE_DECODE_FAILED, detail);
      case RESOLUTION_TOO_HIGH -> new ApiException(IaiError.IMAGE_RESOLUTION_EXCEED, detail);
      case RESOLUTION_TOO_LOW -> new ApiException(IaiError.IMAGE_RESOLUTION_TOO_SMALL, detail);
    };
  }
}
